package io.dateline.corpus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page title taken apart: "Headline | Section | Site". The part with the most words is the headline, since a column's name
 * may also come first ("Opinion | Why …"). A hyphen or dash separates only the name of a known site, because real headlines
 * contain hyphens.
 *
 * @param text without section and site
 * @param section as the title named it
 */
record Headline(String text, @Nullable String section) {

    private static final Pattern BAR = Pattern.compile(" [|¦] ");
    private static final Pattern DASHED_TAIL = Pattern.compile("^(.+) [-–—] ([^-–—]+)$");
    private static final int MOST_SECTION_WORDS = 4;

    /**
     * @param title clean, one line
     * @param publisher the name that its site may have in the title
     * @param url whose host may name the site as well
     */
    static Headline of(String title, @Nullable String publisher, @Nullable String url) {
        List<String> parts = new ArrayList<>(List.of(BAR.split(title)));
        parts.replaceAll(String::strip);
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty()) {
            return new Headline(title, null);
        }
        String text = parts.getFirst();
        for (String part : parts) {
            text = words(part) > words(text) ? part : text;
        }
        parts.remove(text);
        parts.removeIf(part -> isSite(part, publisher, url));
        if (parts.stream().anyMatch(part -> words(part) > MOST_SECTION_WORDS)) {
            return new Headline(title, null);
        }
        Matcher dashed = DASHED_TAIL.matcher(text);
        if (dashed.matches() && isSite(dashed.group(2), publisher, url)) {
            text = dashed.group(1);
        }
        return new Headline(text, parts.isEmpty() ? null : parts.getFirst());
    }

    private static int words(String text) {
        return text.split(" ").length;
    }

    /** Also "CNN Business" on cnn.com, and "The ..." on theweek.com, as search engines cut titles. */
    private static boolean isSite(String part, @Nullable String publisher, @Nullable String url) {
        String letters = letters(part);
        if (letters.length() < 3) {
            return false;
        }
        if (publisher != null && letters.equals(letters(publisher))) {
            return true;
        }
        String site = site(url);
        return site.length() >= 3 && (letters.startsWith(site) || site.startsWith(letters));
    }

    /** "theweek" of "https://www.theweek.co.uk/…"; empty when there is none. */
    private static String site(@Nullable String url) {
        if (url == null) {
            return "";
        }
        try {
            String host = new URI(url).getHost();
            return host == null
                    ? ""
                    : letters(host.replaceFirst("^(www|edition|amp|m)\\.", "").replaceFirst("\\..*", ""));
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
