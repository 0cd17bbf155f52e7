package io.dateline.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .txt}: a headline, perhaps with " | Section", perhaps a standfirst, and paragraphs. The article's id is the
 * file's name.
 */
final class PlainTextReader implements ArticleReader {

    private static final int LONGEST_HEADLINE = 200;
    private static final Pattern ENDS_WITH_FULL_STOP =
            Pattern.compile("(?s).*(?<!\\.)(?<!\\b\\p{L}\\.\\p{L})\\.[\"'”’»)]*");

    @Override
    public boolean accepts(Path file) {
        return FileName.has(file, ".txt", ".text");
    }

    @Override
    public void read(Path file, Intake intake) {
        try {
            intake.accept(
                    draft(FileName.withoutExtension(file), TextFile.read(file)).article());
        } catch (RejectedArticle e) {
            intake.reject(FileName.of(file), e.why());
        }
    }

    static ArticleDraft draft(String name, String text) {
        List<String> paragraphs = Paragraphs.of(ArticleText.clean(text));
        boolean titled = paragraphs.size() > 1 && isHeadline(paragraphs.getFirst());
        @Nullable String title = titled ? paragraphs.getFirst() : null;
        List<String> story = titled ? paragraphs.subList(1, paragraphs.size()) : paragraphs;
        @Nullable
        String standfirst =
                titled ? Standfirst.of(Furniture.withoutTrailing(story)).orElse(null) : null;
        return new ArticleDraft(name, title, null, standfirst, null, null, List.of(), null, null, story);
    }

    /** A first line that ends with a full stop (but not "… U.S.") is the story's first sentence. */
    private static boolean isHeadline(String line) {
        return line.length() <= LONGEST_HEADLINE
                && !ENDS_WITH_FULL_STOP.matcher(line).matches();
    }
}
