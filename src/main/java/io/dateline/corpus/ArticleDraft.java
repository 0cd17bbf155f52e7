package io.dateline.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article as a format wrote it down, before cleaning.
 *
 * @param name of the file or the id that the source gives, null when there is none
 * @param title of the page, perhaps with section and site
 * @param publishedAt in any notation
 * @param language as metadata state it; what they do not is detected
 */
record ArticleDraft(
        @Nullable String name,
        @Nullable String title,
        @Nullable String section,
        @Nullable String standfirst,
        @Nullable String url,
        @Nullable String publisher,
        List<String> authors,
        @Nullable String publishedAt,
        @Nullable String language,
        List<String> paragraphs) {

    /** In characters; more is not a headline but a mistake. */
    private static final int LONGEST_TITLE = 300;

    private static final int LONGEST_DERIVED_TITLE = 100;
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2})([-_].*)?");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"]{1,2000}");

    ArticleDraft withTitle(String other, List<String> paragraphsUnderIt) {
        return new ArticleDraft(
                name, other, section, standfirst, url, publisher, authors, publishedAt, language, paragraphsUnderIt);
    }

    /** The clean article. */
    Article article() throws RejectedArticle {
        List<String> story = new ArrayList<>(Furniture.withoutTrailing(paragraphs));
        if (story.isEmpty()) {
            throw new RejectedArticle("has no text; an article needs some under its headline");
        }
        String summary = line(standfirst);
        if (summary != null && !story.getFirst().startsWith(summary)) {
            story.addFirst(summary);
        }
        String body = String.join("\n\n", story);
        String address = line(url);
        String web = address != null && WEB.matcher(address).matches() ? address : null;
        String house = line(publisher);
        String pageTitle = shortened(line(title));
        Headline headline = pageTitle == null
                ? new Headline(beginning(story.getFirst()), null)
                : Headline.of(pageTitle, house, web);
        String part = line(section) == null ? headline.section() : line(section);
        List<String> by = authors.stream()
                .map(ArticleText::line)
                .filter(a -> !a.isEmpty())
                .distinct()
                .toList();
        LocalDate day =
                publishedAt == null ? null : PublicationDay.of(publishedAt).orElse(null);
        String id = name == null || name.isBlank()
                ? ArticleId.ofSource(web == null ? headline.text() + "\n" + body : web)
                : ArticleId.ofName(ArticleText.line(name));
        String stated = iso639(language);
        String spoken = stated != null ? stated : SpokenLanguage.of(body).orElse(null);
        String version = version(id, headline.text(), part, summary, web, house, by, day, spoken, body);
        return new Article(id, headline.text(), part, summary, web, house, by, day, spoken, body, version);
    }

    private static @Nullable String line(@Nullable String raw) {
        String line = raw == null ? "" : ArticleText.line(raw);
        return line.isEmpty() ? null : line;
    }

    private static @Nullable String shortened(@Nullable String title) {
        return title == null || title.length() <= LONGEST_TITLE ? title : beginning(title, LONGEST_TITLE) + "…";
    }

    /** The first sentence, or its first words, for an article without a headline. */
    private static String beginning(String paragraph) {
        String sentence = paragraph.split("(?<=[\\p{L}\\p{N}][.!?…])\\s", 2)[0];
        if (sentence.length() <= LONGEST_DERIVED_TITLE) {
            return sentence.length() > 1 && sentence.endsWith(".")
                    ? sentence.substring(0, sentence.length() - 1)
                    : sentence;
        }
        return beginning(sentence, LONGEST_DERIVED_TITLE) + "…";
    }

    /** Whole words where there are spaces. */
    private static String beginning(String text, int mostCharacters) {
        int space = text.lastIndexOf(' ', mostCharacters);
        return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, mostCharacters / 2));
    }

    private static @Nullable String iso639(@Nullable String language) {
        var matcher = LANGUAGE.matcher(language == null ? "" : language.strip());
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** Lengths keep two lists of parts apart that read the same when joined. */
    private static String version(@Nullable Object... parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            String text = Objects.toString(part, "");
            all.append(text.length()).append(':').append(text);
        }
        return ArticleId.hash(all.toString());
    }
}
