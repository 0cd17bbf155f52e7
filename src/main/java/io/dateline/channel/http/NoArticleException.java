package io.dateline.channel.http;

import java.util.List;

/** Nothing that was sent is an article. */
final class NoArticleException extends RuntimeException {

    private final transient List<ArticleUpload.Rejection> rejections;

    NoArticleException(List<ArticleUpload.Rejection> rejections) {
        super(
                rejections.isEmpty()
                        ? "There is no article in what was sent."
                        : rejections.getFirst().where() + " "
                                + rejections.getFirst().why());
        this.rejections = rejections;
    }

    List<ArticleUpload.Rejection> rejections() {
        return rejections;
    }
}
