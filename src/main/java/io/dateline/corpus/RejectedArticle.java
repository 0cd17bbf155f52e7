package io.dateline.corpus;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** An article, or a whole file, that cannot be taken. The message is a sentence for a person. */
final class RejectedArticle extends Exception {

    static final String NOT_UTF_8 = "is not UTF-8, and a guess would put wrong letters into quotes; save it as UTF-8";

    RejectedArticle(String why) {
        super(why);
    }

    /** What an error from the file system or a decoder means for the person whose file it is. */
    static RejectedArticle because(IOException e) {
        return new RejectedArticle(
                switch (e) {
                    case AccessDeniedException denied ->
                        "may not be read by the user that runs Dateline; change its permissions or move it away";
                    case NoSuchFileException gone -> "is gone; it was there a moment ago";
                    case CharacterCodingException encoding -> NOT_UTF_8;
                    case BoundedInput.TooLargeException large ->
                        "holds an article of more than %d MB; many articles go into an array, or one a line into a .jsonl file"
                                .formatted(large.mostMegabytes());
                    case ZipException gzip -> "is not a whole gzip file (" + gzip.getMessage() + "); compress it again";
                    default -> "cannot be read to its end (" + e.getMessage() + "); check the file and the disk";
                });
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
