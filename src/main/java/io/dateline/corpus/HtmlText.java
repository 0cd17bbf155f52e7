package io.dateline.corpus;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The story on a page: the text of its {@code <article>} or {@code <main>}, else of the element that holds the most words in
 * paragraphs of its own. Menus, forms, captions, teasers and everything hidden are left out.
 */
final class HtmlText {

    private static final String NOT_TEXT =
            "script, style, noscript, template, svg, iframe, object, video, audio, form, button, "
                    + "select, nav, aside, footer, figure, [hidden], [aria-hidden=true], [style*=display:none], [style*=display: none], "
                    + "[style*=visibility:hidden], [role=navigation], [role=complementary], [role=contentinfo], [role=dialog]";

    private static final String PAGE_PARTS =
            "[class~=(?i)(^|[\\s_-])(comments?|share|sharing|social|newsletter|related|promo|"
                    + "advert(isement)?|cookies?|breadcrumbs?|byline|caption|paywall|sidebar|tags|skip)([\\s_-]|$)]";

    private HtmlText() {}

    static List<String> paragraphs(Document page) {
        Set<Element> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
        leftOut.addAll(page.select(NOT_TEXT));
        int half = page.body().text().length() / 2;
        for (Element part : page.select(PAGE_PARTS)) {
            // The class of a wrapper around the whole page may contain one of these words.
            if (part.text().length() < half) {
                leftOut.add(part);
            }
        }
        Element story = story(page, leftOut);
        leftOut.addAll(story.select("h1, time"));
        StringBuilder text = new StringBuilder();
        story.filter(new Words(text, leftOut));
        return Paragraphs.of(ArticleText.clean(text.toString()));
    }

    private static Element story(Document page, Set<Element> leftOut) {
        Map<Element, Integer> scores = scores(page);
        for (String selector : List.of("[itemprop=articleBody]", "article", "main, [role=main]")) {
            Optional<Element> marked = best(page.select(selector), scores, leftOut);
            if (marked.isPresent()) {
                return marked.get();
            }
        }
        return best(scores.keySet(), scores, leftOut).orElse(page.body());
    }

    /** The first with the highest score that has any text. */
    private static Optional<Element> best(
            Collection<Element> elements, Map<Element, Integer> scores, Set<Element> leftOut) {
        Element best = null;
        for (Element element : elements) {
            boolean better = best == null || scores.getOrDefault(element, 0) > scores.getOrDefault(best, 0);
            if (better && element.hasText() && !leftOut.contains(element)) {
                best = element;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Characters in paragraphs of its own, those of its children's paragraphs for half, as Mozilla's Readability counts. */
    private static Map<Element, Integer> scores(Document page) {
        Map<Element, Integer> scores = new LinkedHashMap<>();
        for (Element paragraph : page.select("p")) {
            Element parent = paragraph.parent();
            Element grandparent = parent == null ? null : parent.parent();
            int characters = paragraph.text().length();
            if (parent != null) {
                scores.merge(parent, characters, Integer::sum);
            }
            if (grandparent != null) {
                scores.merge(grandparent, characters / 2, Integer::sum);
            }
        }
        return scores;
    }

    private record Words(StringBuilder text, Set<Element> leftOut) implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element) {
                if (leftOut.contains(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                text.append(element.nameIs("br") ? "\n" : element.isBlock() ? "\n\n" : "");
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                text.append("\n\n");
            }
            return FilterResult.CONTINUE;
        }
    }
}
