package io.dateline.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.FactFound;
import io.dateline.answering.AnswerEvent.SourcesFound;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.Citation;
import io.dateline.answering.Exchange;
import io.dateline.answering.Fact;
import io.dateline.answering.Question;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.answering.Source;
import io.dateline.channel.MemoryArchive;
import io.dateline.channel.TestServer;
import io.dateline.corpus.Article;
import io.dateline.corpus.PassageSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;

/**
 * Articles and models that say what would do harm if it became markup. Every {@link Visit} fails when a script opens a
 * dialog, when the content policy had to step in, and when anything is fetched from elsewhere.
 */
@ExtendWith(Browsing.class)
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:hostile-page;DB_CLOSE_DELAY=-1")
class HostilePageIT {

    private static final String URL = "https://news.example.org/hostile";
    private static final String SCRIPT_URL = "javascript:alert(document.domain)";

    /** Elements that an answer may consist of; icons and bars are drawn as SVG. */
    private static final String WHAT_SHOULD_NOT_BE = """
            root => [...root.querySelectorAll('*')].filter((element) =>
              element.matches('script, img, iframe, object, embed, style, link, meta, base, video, audio, source, template, math')
              || [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
              || (element.matches('svg *') && !element.matches('path, circle, rect, line, polyline, g'))
            ).map((element) => element.outerHTML)""";

    /** Addresses that the links lead to, but for articles of this archive. */
    private static final String LINKS = """
            root => [...root.querySelectorAll('a')].map((link) => link.href)
              .filter((href) => !href.startsWith(location.origin + '/a/'))""";

    private final String hostile = texts();

    @Autowired
    private ScriptedAnswerer answerer;

    @BeforeEach
    void fillTheArchive(@Autowired MemoryArchive archive, @Autowired PassageSplitter splitter) {
        for (Article article : List.of(article("one", URL), article("two", SCRIPT_URL))) {
            archive.put(article, splitter.split(article), article.id());
        }
    }

    @Test
    void showsAHostileAnswerAsText(Visit visit) {
        answerer.on("Strike?", this::strike);
        Locator turn = visit.open("/").ask("Strike?");

        assertThat(turn.locator(".prose")).containsText("<script>alert(1)</script>");
        assertThat(turn.locator(".fact-text")).containsText("<script>alert(1)</script>");
        assertHarmless(turn);
        assertThat((List<?>) turn.evaluate(LINKS)).isEqualTo(List.of(URL));

        turn.locator(".prose .citation").first().hover();
        assertThat(visit.page().locator("#citation-popover")).isVisible();
        Visit.button(turn, "Why this answer").click();
        assertThat(visit.region("Why this answer")).isVisible();
        assertHarmless(visit.page().locator("#page"));
        visit.page().reload();
        assertHarmless(visit.answered());
    }

    @Test
    void readsEachHostileTextAloneAsText(Visit visit) {
        Page page = visit.open("/").page();

        for (String text : hostile.lines().toList()) {
            page.evaluate("""
                    async (text) => {
                      const { blocksOf, blockFragment } = await import('/answer/markdown.js');
                      const { decorate } = await import('/answer/markers.js');
                      const prose = document.createElement('div');
                      prose.id = 'hostile';
                      const turn = { id: 't', state: 'completed', citations: [], sources: [] };
                      for (const block of blocksOf(text)) prose.append(decorate(blockFragment(block, new Set()), turn));
                      document.getElementById('hostile')?.remove();
                      document.getElementById('main').append(prose);
                    }""", text);
            Locator prose = page.locator("#hostile");
            assertHarmless(prose);
            assertThat((List<?>) prose.evaluate(LINKS)).as(text).isEmpty();
        }
    }

    @Test
    void showsAHostileArticleAsText(Visit visit) {
        for (String id : List.of("one", "two")) {
            Locator article = visit.open("/a/" + id + "?start=0&end=40").page().locator(".article-page");

            assertThat(article.locator(".article-body")).containsText("<script>alert(1)</script>");
            assertThat(article.locator("h1")).containsText("<img src=x onerror=alert(3)>");
            assertHarmless(visit.page().locator("#page"));
            assertThat((List<?>) article.evaluate(LINKS)).isEqualTo(id.equals("one") ? List.of(URL) : List.of());
        }
    }

    @Test
    void showsHostileTitlesInTheHistoryAsText(Visit visit) {
        String question = "<img src=x onerror=alert(1)> \"><script>alert(2)</script>";
        answerer.on(question, this::strike);
        visit.open("/").ask(question);

        visit.button("History").click();

        assertThat(visit.page().locator("#history .entry a").first()).hasText(question);
        assertThat(visit.page()).hasTitle(question + " · Dateline");
        assertHarmless(visit.page().locator("#page"));
    }

    private static void assertHarmless(Locator root) {
        assertThat((List<?>) root.evaluate(WHAT_SHOULD_NOT_BE)).isEmpty();
    }

    private Answer strike(Question question, List<Exchange> past, Consumer<AnswerEvent> listener) {
        String first = hostile.lines().findFirst().orElseThrow();
        Citation citation = new Citation(1, "one", 0, first.length(), first, Citation.Verdict.UNSUPPORTED);
        Fact fact = new Fact(first, first + " they said.", citation, 0.5);
        List<Source> sources = List.of(source(1, "one", URL), source(2, "two", SCRIPT_URL));
        String text = String.join("\n\n", hostile.lines().toList()) + "\n\n[the source](" + URL + ") [press]("
                + SCRIPT_URL + ") [1]";
        listener.accept(new AnswerEvent.Rewritten(first));
        listener.accept(new SourcesFound(sources, sources.size(), 1));
        listener.accept(new FactFound(fact));
        for (int i = 0; i < text.length(); i += 100) {
            listener.accept(new TextAdded(text.substring(i, Math.min(text.length(), i + 100))));
        }
        listener.accept(new CitationAdded(citation));
        return new Answer(
                Answer.Status.ANSWERED,
                text,
                fact,
                List.of(citation),
                sources,
                List.of(first),
                "<img src=x onerror=alert(1)>",
                Map.of("total", 1L),
                null,
                first);
    }

    private static Source source(int number, String id, String url) {
        return new Source(
                number, id, "<img src=x onerror=alert(3)>", url, "<svg onload=alert(5)>", null, "<b>They</b>");
    }

    private Article article(String id, String url) {
        return new Article(
                id,
                "<img src=x onerror=alert(3)>",
                "<script>alert(1)</script>",
                null,
                url,
                "<svg onload=alert(5)>",
                List.of("<b>Somebody</b>"),
                null,
                "en\" onclick=\"alert(1)",
                String.join("\n\n", hostile.lines().toList()),
                "v1");
    }

    private static String texts() {
        try {
            return new ClassPathResource("hostile/texts.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
