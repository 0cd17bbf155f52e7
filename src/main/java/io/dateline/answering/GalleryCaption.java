package io.dateline.answering;

import java.util.regex.Pattern;

/**
 * The caption of a picture, run together with the title of its gallery: "Photos: Storm hits Norway A dog looks out of a window on
 * March 3." Readers take the day of the picture for that of the storm, so no answer is read from it.
 */
final class GalleryCaption {

    private static final Pattern OPENING = Pattern.compile("(?:Hide Caption \\d+ of \\d+ )?(?:Photos: )+\\p{Lu}");

    private GalleryCaption() {}

    static boolean is(String sentence) {
        return OPENING.matcher(sentence).lookingAt();
    }
}
