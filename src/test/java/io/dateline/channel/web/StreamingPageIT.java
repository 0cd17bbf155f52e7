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
import io.dateline.answering.Fact;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.answering.Source;
import io.dateline.channel.MemoryArchive;
import io.dateline.channel.TestServer;
import io.dateline.corpus.Article;
import io.dateline.corpus.PassageSplitter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page while an answer comes, piece by piece. */
@ExtendWith(Browsing.class)
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:streaming-page;DB_CLOSE_DELAY=-1")
class StreamingPageIT {

    private static final String BODY = "They met on Monday.\n\nThey signed the treaty. Nobody smiled.";
    private static final Source SOURCE =
            new Source(1, "treaty", "A treaty", null, "Morning News", null, "They signed.");
    private static final Citation SIGNED = citing(1, "They signed the treaty.", Citation.Verdict.SUPPORTED);
    private static final Citation SMILED = citing(2, "Nobody smiled.", Citation.Verdict.UNSUPPORTED);
    private static final Fact FACT = new Fact("the treaty", "They signed the treaty.", SIGNED, 0.9);
    private static final String TEXT = "On Monday they signed it. [1] Everybody smiled. [2]";
    private static final String SHOWN = "On Monday they signed it.1 Everybody smiled.2not supported";

    /** How many events come before the text is half there. */
    private static final int HALF = 4;

    private static final List<AnswerEvent> EVENTS = List.of(
            new SourcesFound(List.of(SOURCE), 3, 12),
            new FactFound(FACT),
            new TextAdded("On Monday they "),
            new TextAdded("signed it. [1] Every"),
            new CitationAdded(SIGNED),
            new TextAdded("body smiled. [2]"),
            new CitationAdded(SMILED));

    private final String question = "What was signed, " + UUID.randomUUID() + "?";
    private final Tap tap = new Tap(
            EVENTS,
            new Answer(
                    Answer.Status.ANSWERED,
                    TEXT,
                    FACT,
                    List.of(SIGNED, SMILED),
                    List.of(SOURCE),
                    List.of(),
                    "some-model",
                    Map.of("total", 23L),
                    null,
                    null));

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @BeforeEach
    void script(@Autowired MemoryArchive archive, @Autowired PassageSplitter splitter) {
        Article article =
                new Article("treaty", "A treaty", null, null, null, "Morning News", List.of(), null, "en", BODY, "v1");
        archive.put(article, splitter.split(article), "treaty.txt");
        answerer.on(question, tap);
    }

    @Test
    void showsSourcesThenTheShortAnswerThenTheText(Visit visit) {
        Locator turn = begin(visit);
        assertThat(turn.locator(".progress")).hasText("Searching 1 article");
        assertThat(visit.region("Sources")).hasCount(0);

        tap.let(1);
        assertThat(visit.region("Sources").locator(".card-name")).hasText("Morning News");
        assertThat(turn.locator(".progress")).hasText("Reading 3 passages");
        assertThat(visit.region("Short answer")).hasCount(0);

        tap.let(1);
        assertThat(visit.region("Short answer").locator("mark")).hasText("the treaty");
        assertThat(turn.locator(".progress")).hasText("Writing");
        assertThat(turn.locator(".prose")).hasCount(0);

        tap.let(1);
        assertThat(turn.locator(".prose")).hasText("On Monday they");
        assertThat(turn.locator(".prose")).hasAttribute("data-streaming", "true");
        tap.let(1);
        assertThat(turn.locator(".prose")).hasText("On Monday they signed it.1 Every");

        tap.letAll();
        assertThat(turn).hasAttribute("data-state", "completed");
        assertThat(turn.locator(".prose")).hasText(SHOWN);
        assertThat(turn.locator(".prose")).hasAttribute("data-streaming", "false");
        assertThat(turn.locator(".progress")).hasText("Written by some-model in 23 ms");
    }

    @Test
    void keepsTheFocusedCitationWhileTheTextGrows(Visit visit) {
        Locator turn = begin(visit);
        tap.let(5);
        Locator citation = turn.locator(".prose .citation[data-number='1']");
        assertThat(citation).hasAttribute("data-verdict", "supported");
        visit.page().keyboard().press("ArrowRight");
        visit.page().keyboard().press("ArrowRight");
        assertThat(citation).isFocused();

        tap.let(1);

        assertThat(turn.locator(".prose")).containsText("Everybody smiled.");
        assertThat(citation).isFocused();
        assertThat(visit.page().locator("#citation-popover mark")).hasText("They signed the treaty.");
        tap.letAll();
        assertThat(turn).hasAttribute("data-state", "completed");
        assertThat(citation).isFocused();
    }

    @Test
    void marksTheSentenceThatNothingSupports(Visit visit) {
        Locator turn = begin(visit);

        tap.letAll();

        assertThat(turn.locator(".unsupported")).hasText("Everybody smiled.");
        turn.locator(".prose .citation[data-verdict=unsupported]").hover();
        assertThat(visit.page().locator("#citation-popover")).containsText("the article does not say this");
    }

    @Test
    void announcesSentencesAndNoPiecesOfThem(Visit visit) {
        Locator said = visit.page().locator("#announcements p");
        Locator turn = begin(visit);
        assertThat(said).hasText(new String[] {"Searching."});

        tap.let(3);
        assertThat(turn.locator(".prose")).hasText("On Monday they");
        assertThat(said).hasText(new String[] {"Searching.", "1 article found.", "Short answer: the treaty"});

        tap.let(1);
        assertThat(said.last()).hasText("On Monday they signed it.");
        tap.letAll();
        assertThat(said).hasText(new String[] {
            "Searching.",
            "1 article found.",
            "Short answer: the treaty",
            "On Monday they signed it.",
            "Everybody smiled.",
            "End of answer."
        });
    }

    enum Way {
        BUTTON,
        ESCAPE
    }

    @ParameterizedTest
    @EnumSource
    void stops(Way way, Visit visit) throws Exception {
        Locator turn = begin(visit);
        tap.let(HALF);
        assertThat(turn.locator(".prose")).containsText("signed it.");

        switch (way) {
            case BUTTON -> visit.button("Stop").click();
            case ESCAPE -> visit.page().keyboard().press("Escape");
        }

        assertThat(turn).hasAttribute("data-state", "stopped");
        assertThat(tap.wasInterrupted()).isTrue();
        assertThat(turn.locator(".progress")).hasText("Stopped");
        assertThat(turn.locator(".prose")).containsText("On Monday they signed it.");
        assertThat(visit.button("Ask")).isVisible();

        visit.page().reload();
        assertThat(turn).hasAttribute("data-state", "stopped");
        assertThat(turn.locator(".prose")).containsText("On Monday they signed it.");
        assertThat(visit.region("Sources").locator(".card")).hasCount(1);

        answerer.on(question, ScriptedAnswerer::shortly);
        visit.expectComplaint("404");
        visit.button("Ask again").click();
        assertThat(visit.answered().locator(".prose")).containsText("They signed the treaty.");
        assertThat(visit.page().locator("section.turn")).hasCount(2);
    }

    @Test
    void asksNothingElseWhileAnAnswerComes(Visit visit) {
        Locator turn = begin(visit);

        visit.begin("And then?");

        assertThat(visit.page().locator("#question-count")).hasText("Still answering. Esc stops it.");
        assertThat(visit.page().locator("#question")).hasValue("And then?");
        assertThat(visit.page().locator("section.turn")).hasCount(1);
        tap.letAll();
        assertThat(turn).hasAttribute("data-state", "completed");
    }

    /** Reloads after so many events; a whole answer has one more frame. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, HALF})
    void goesOnAfterAReload(int events, Visit visit) {
        Locator turn = begin(visit);
        tap.let(events);
        assertThat(turn).hasAttribute("aria-busy", "true");
        if (events >= HALF) {
            assertThat(turn.locator(".prose")).containsText("signed it.");
        }

        visit.page().reload();
        if (events >= HALF) {
            assertThat(turn.locator(".prose")).containsText("signed it.");
            assertThat(turn.locator(".prose")).hasAttribute("data-streaming", "true");
        }
        tap.letAll();

        assertThat(turn).hasAttribute("data-state", "completed");
        assertThat(turn.locator(".prose")).hasText(SHOWN);
        assertThat(visit.region("Sources").locator(".card")).hasCount(1);
        assertThat(visit.page().locator("section.turn")).hasCount(1);
        assertThat(answerer.count(question)).isOne();
    }

    /** The reload had begun when the server's first frame came: the page goes by the address it had then. */
    @Test
    void goesOnAfterAReloadThatOvertookTheAddressOfTheConversation(Visit visit) {
        Locator turn = begin(visit);
        assertThat(visit.page()).hasURL(Pattern.compile(".*/c/[^/]+"));
        visit.page().evaluate("() => history.replaceState(null, '', '/')");

        visit.page().reload();
        tap.letAll();

        assertThat(turn).hasAttribute("data-state", "completed");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/c/[^/]+"));
        assertThat(answerer.count(question)).isOne();
    }

    @Test
    void staysAtHomeAfterAReloadWhenTheReaderLeftTheAnswer(Visit visit) {
        begin(visit);
        assertThat(visit.page()).hasURL(Pattern.compile(".*/c/[^/]+"));
        visit.page().locator(".wordmark").click();
        assertThat(visit.region("Questions to begin with")).isVisible();

        visit.page().reload();

        assertThat(visit.region("Questions to begin with")).isVisible();
        assertThat(visit.page().locator("section.turn")).hasCount(0);
        tap.letAll();
    }

    @Test
    void healsALostConnection(Visit visit) throws Exception {
        visit.expectComplaint("WebSocket connection to");
        visit.expectComplaint("net::ERR_");
        try (Relay relay = new Relay(port)) {
            Locator turn = begin(visit.through(relay.origin()));
            tap.let(HALF);
            assertThat(turn.locator(".prose")).containsText("signed it.");

            relay.cut();
            assertThat(visit.page().locator(".connection")).containsText("Connection lost. Trying again.");
            assertThat(turn.locator(".progress")).hasText("Waiting for the connection");
            tap.letAll();
            assertThat(tap.wasInterrupted()).isFalse();
            assertThat(turn).hasAttribute("data-state", "running");

            relay.mend();
            assertThat(turn).hasAttribute("data-state", "completed");
            assertThat(visit.page().locator(".connection")).hasCount(0);
            assertThat(turn.locator(".prose")).hasText(SHOWN);
            assertThat(answerer.count(question)).isOne();
        }
    }

    @Test
    void saysThatAnAnswerFailedAndTriesAgain(Visit visit) {
        answerer.on(question, (asked, past, listener) -> {
            throw new IllegalStateException("a fault with /secret/paths in it");
        });
        Locator turn = begin(visit);

        assertThat(turn).hasAttribute("data-state", "failed");
        assertThat(turn.locator(".failure")).not().containsText("secret");
        answerer.on(question, tap);
        tap.letAll();
        visit.button("Try again").click();

        assertThat(visit.answered().locator(".prose")).hasText(SHOWN);
    }

    @Test
    void showsAnAnswerAskedElsewhereInAnotherTab(Visit visit) {
        Locator turn = begin(visit);
        tap.let(HALF);
        assertThat(turn.locator(".prose")).containsText("signed it.");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/c/[^/]+"));

        Page beside =
                visit.openBeside(visit.page().url().substring(visit.origin().length()));
        assertThat(beside.locator(".prose")).containsText("signed it.");
        tap.letAll();

        assertThat(beside.locator("section.turn")).hasAttribute("data-state", "completed");
        assertThat(beside.locator(".prose")).hasText(SHOWN);
    }

    @Test
    void runsFromTheRightWhatIsWrittenFromTheRight(Visit visit) {
        String asked = "ماذا وقّعوا؟";
        String answered = "وقّعوا المعاهدة يوم الاثنين.";
        answerer.on(asked, (question, past, listener) -> {
            listener.accept(new TextAdded(answered));
            return new Answer(
                    Answer.Status.ANSWERED,
                    answered,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    "some-model",
                    Map.of("total", 23L),
                    null,
                    null);
        });

        Locator turn = visit.open("/").ask(asked);

        assertThat(turn.locator(".prose")).containsText(answered);
        assertThat(turn.locator(".prose p")).hasCSS("direction", "rtl");
        assertThat(turn.locator("h2.question")).hasCSS("direction", "rtl");
        assertThat(visit.page().locator("body")).hasCSS("direction", "ltr");
    }

    private Locator begin(Visit visit) {
        visit.open("/").begin(question);
        Locator turn = visit.page().locator("section.turn").last();
        assertThat(turn.locator("h2.question")).hasText(question);
        return turn;
    }

    private static Citation citing(int number, String quote, Citation.Verdict verdict) {
        int start = BODY.indexOf(quote);
        return new Citation(number, "treaty", start, start + quote.length(), quote, verdict);
    }
}
