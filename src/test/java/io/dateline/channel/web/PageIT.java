package io.dateline.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Asking the shipped article on the page. */
class PageIT extends RealPage {

    @Test
    void welcomesWithWhatIsInTheArchiveAndFourQuestions(Visit visit) {
        Page page = visit.open("/").page();

        assertThat(page.locator(".in-archive")).hasText("1 article, undated. Every answer quotes it.");
        assertThat(page.getByLabel("Your question")).isFocused();
        assertThat(page.locator(".beginnings button")).hasCount(4);
        assertThat(page).hasTitle("Dateline");
    }

    @Test
    void answersEachOfTheFirstQuestions(Visit visit) {
        for (int i = 0; i < 4; i++) {
            Locator beginning =
                    visit.open("/").page().locator(".beginnings button").nth(i);
            String question = beginning.innerText();
            beginning.click();

            assertThat(visit.answered()).hasAttribute("data-status", "answered");
            assertThat(visit.page().locator("h2.question")).hasText(question);
        }
    }

    @Test
    void marksTheShortAnswerInItsSentence(Visit visit) {
        Locator turn = visit.open("/").ask(SINCE_WHEN);

        assertThat(visit.region("Sources").locator(".card")).hasCount(1);
        assertThat(visit.region("Sources").locator(".card-title")).hasText(ARTICLE);
        Locator fact = visit.region("Short answer");
        assertThat(fact.locator(".fact-text")).hasText("1994");
        assertThat(fact.locator(".fact-sentence mark")).hasText("1994");
        assertThat(fact.locator(".fact-sentence"))
                .containsText("Belarus’ only president since the post was created in 1994.");
        assertThat(fact.locator(".confidence")).hasText(Pattern.compile("Confident|Likely|Unsure"));
        assertThat(turn.locator(".prose")).hasCount(0);
        assertThat(turn.locator(".progress")).hasText(Pattern.compile("Quoted from the articles in \\d.*"));
        assertThat(visit.page()).hasTitle(SINCE_WHEN + " · Dateline");
        assertThat(visit.page().locator("#question")).isFocused();
    }

    @Test
    void namesWhoSaidIt(Visit visit) {
        Locator turn = visit.open("/").ask("Which news agency reported the joint statement?");

        assertThat(turn.locator(".answer")).containsText("According to Belta");
    }

    @Test
    void quotesWordForWord(Visit visit) {
        Locator prose = visit.open("/").ask(SUMMARY).locator(".prose");

        JsonNode answer = answerOf(visit);
        assertThat(prose).hasAttribute("data-streaming", "false");
        assertThat(prose.locator("blockquote")).hasCount(2);
        assertThat(prose.locator(".citation")).hasText(new String[] {"1", "2"});
        for (int i = 0; i < 2; i++) {
            JsonNode citation = answer.get("citations").get(i);
            assertThat(prose.locator("blockquote").nth(i))
                    .containsText(citation.get("quote").stringValue());
            assertThat(bodySpan(visit, citation))
                    .isEqualTo(citation.get("quote").stringValue());
        }
    }

    @Test
    void showsTheQuotedSentenceWhereACitationIsPointedAt(Visit visit) {
        Locator citation =
                visit.open("/").ask(SUMMARY).locator(".prose .citation").nth(1);
        Locator popover = visit.page().locator("#citation-popover");
        String quote = answerOf(visit).at("/citations/1/quote").stringValue();
        assertThat(popover).isHidden();

        citation.hover();
        assertThat(popover).isVisible();
        assertThat(popover.locator("mark")).hasText(quote);

        visit.page().locator("h2.question").hover();
        assertThat(popover).isHidden();
    }

    @Test
    void opensTheArticleAtTheCitedSentence(Visit visit) {
        Page page = visit.open("/").page();
        Locator turn = visit.ask(SUMMARY);
        JsonNode citations = answerOf(visit).get("citations");

        turn.locator(".prose .citation").first().click();

        Locator marked = visit.panel().locator("mark.cited");
        assertThat(marked).hasText(citations.get(0).get("quote").stringValue());
        assertThat(marked).isInViewport();
        assertThat(Visit.button(visit.panel(), "Previous citation")).isDisabled();

        Visit.button(visit.panel(), "Next citation").click();
        assertThat(marked).hasText(citations.get(1).get("quote").stringValue());
        assertThat(marked).isInViewport();

        Visit.button(visit.panel(), "Close article").click();
        assertThat(visit.panel()).hasCount(0);

        turn.locator(".prose .citation").first().click();
        assertThat(visit.panel()).isVisible();
        page.goBack();
        assertThat(visit.panel()).hasCount(0);
        assertThat(turn).isVisible();
    }

    @Test
    void opensTheWholeArticleFromItsSourceCard(Visit visit) {
        visit.open("/").ask(SINCE_WHEN);

        visit.region("Sources").locator(".card").click();

        assertThat(visit.panel().locator(".article-title")).hasText(ARTICLE);
        assertThat(visit.panel().locator(".article-body")).not().containsText("Leave a Comment");
    }

    @Test
    void asksAFollowUpInTheSameConversation(Visit visit) {
        visit.open("/").ask(SINCE_WHEN);
        Locator followUp = visit.region("Follow-up questions").locator("button").first();
        String question = followUp.innerText();

        followUp.click();

        assertThat(visit.page().locator("section.turn")).hasCount(2);
        assertThat(visit.answered().locator("h2.question")).hasText(question);
        assertThat(visit.conversation().get("turns")).hasSize(2);
    }

    @Test
    void saysWhatAFollowUpWasUnderstoodAs(Visit visit) {
        visit.open("/").ask("Who did Xi Jinping hold talks with in Beijing?");

        Locator turn = visit.ask("And where was he isolated?");

        assertThat(turn.locator(".understanding")).containsText("Searched for");
    }

    @Test
    void saysThatItIsNotInTheArchiveAndWhatComesNearest(Visit visit) {
        Locator turn = visit.open("/").ask(UNKNOWN);

        assertThat(turn).hasAttribute("data-status", "not_found");
        Locator region = visit.region("Not in the archive");
        assertThat(region).containsText(UNKNOWN);
        assertThat(region).containsText("1 article");
        assertThat(region).containsText("data/articles");
        assertThat(visit.region("Short answer")).hasCount(0);

        region.locator(".nearest a").click();
        assertThat(visit.panel().locator(".article-title")).hasText(ARTICLE);
    }

    @Test
    void showsTheSameAnswerAtItsPermanentLink(Visit visit) {
        Locator turn = visit.open("/").ask(SINCE_WHEN);

        Page reopened =
                visit.openBeside(visit.page().url().substring(visit.origin().length()));

        assertThat(reopened.locator(".answer .fact-text")).hasText("1994");
        assertThat(reopened.locator(".answer")).hasText(turn.locator(".answer").textContent());
    }

    @Test
    void asksTheQuestionOfTheAddressAtOnce(Visit visit) {
        visit.open("/?q=" + SINCE_WHEN.replace(' ', '+'));

        assertThat(visit.answered().locator(".fact-text")).hasText("1994");
        assertThat(visit.page()).hasURL(Pattern.compile(".*/c/[^/]+"));
        visit.page().reload();
        assertThat(visit.page().locator("section.turn")).hasCount(1);
        assertThat(visit.conversation().get("turns")).hasSize(1);
    }

    @Test
    void asksNothingThatAnotherSiteLinksTo(Visit visit) {
        String elsewhere = "http://elsewhere.example/";
        visit.expectComplaint("request to elsewhere: " + elsewhere);
        String link = visit.origin() + "/?q=" + SINCE_WHEN.replace(' ', '+');
        visit.page()
                .route(
                        elsewhere,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<a id=link href='" + link + "'>Read this</a>")));
        visit.page().navigate(elsewhere);
        visit.page().locator("#link").click();

        assertThat(visit.page().locator("#question")).hasValue(SINCE_WHEN);
        assertThat(visit.page()).hasURL(visit.origin() + "/");
        assertThat(visit.page().locator("section.turn")).hasCount(0);
        visit.page().locator("#question").press("Enter");
        assertThat(visit.answered().locator(".fact-text")).hasText("1994");
        assertThat(visit.page().locator("#question")).hasValue("");
    }

    @Test
    void marksTheSpanOfAnArticleThatTheAddressNames(Visit visit) {
        JsonNode article = visit.get("/api/articles").at("/articles/0");

        visit.open("/a/" + article.get("id").stringValue() + "?start=0&end=97");

        Locator marked = visit.page().locator(".article-page mark.cited");
        assertThat(marked)
                .hasText(
                        "Xi Jinping and Alexander Lukashenko call for a peace agreement “as soon as possible” for Ukraine.");
        assertThat(visit.page().locator("h1.article-title")).hasText(ARTICLE);
    }

    @Test
    void copiesTheAnswerWithItsSourcesAndTheLink(Visit visit) {
        Locator turn = visit.open("/").ask(SINCE_WHEN);

        Visit.button(turn, "Copy").click();
        assertThat(Visit.button(turn, "Copied")).isVisible();
        String quote = answerOf(visit).at("/citations/0/quote").stringValue();
        assertThat(clipboard(visit))
                .startsWith(SINCE_WHEN)
                .contains("1994", "> " + quote, "[1] “" + quote + "” " + ARTICLE + ", undated.");

        assertThat(Visit.button(turn, "Copy")).isVisible();
        Visit.button(turn, "Link").click();
        assertThat(Visit.button(turn, "Copied")).isVisible();
        assertThat(clipboard(visit)).startsWith(visit.page().url() + "#turn-");
    }

    @Test
    void keepsTheThumbOverAReload(Visit visit) {
        Locator turn = visit.open("/").ask(SINCE_WHEN);

        Visit.button(turn, "Bad answer").click();
        visit.page().getByLabel("What was wrong?").fill("Too short");
        visit.page().getByLabel("What was wrong?").press("Enter");
        assertThat(turn.getByText("Noted.")).isVisible();

        visit.page().reload();
        assertThat(Visit.button(visit.answered(), "Bad answer")).hasAttribute("aria-pressed", "true");
        assertThat(Visit.button(visit.answered(), "Good answer")).hasAttribute("aria-pressed", "false");
        assertThat(visit.conversation().at("/turns/0/feedback/note").stringValue())
                .isEqualTo("Too short");
    }

    @Test
    void saysWhyThisAnswer(Visit visit) {
        Locator turn = visit.open("/").ask(SINCE_WHEN);
        assertThat(visit.region("Why this answer")).hasCount(0);

        Visit.button(turn, "Why this answer").click();

        Locator why = visit.region("Why this answer");
        assertThat(why.locator(".timings tr.total")).containsText(Pattern.compile("\\d (ms|s)"));
        assertThat(why.locator(".passages tbody tr")).hasCount(5);
        assertThat(why.locator(".passages tr[data-used=true]")).hasCount(1);
        assertThat(why.locator(".passages tr[data-used=true]")).containsText("Quoted as [1]");
        Visit.button(turn, "Why this answer").click();
        assertThat(visit.region("Why this answer")).hasCount(0);
    }

    @Test
    void remembersTheChosenTheme(Visit visit) {
        Page page = visit.open("/").page();
        Locator body = page.locator("body");
        String light = background(page);

        visit.button("Dark or light").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(body).not().hasCSS("background-color", light);
        String dark = background(page);
        page.reload();

        assertThat(page.locator("#question")).isVisible();
        assertThat(body).hasCSS("background-color", dark);
    }

    @Test
    void showsHostileQuestionsAsTheyWereTyped(Visit visit) {
        String question = "<img src=x onerror=alert(1)> <script>alert(2)</script> +-&&||!(){}[]^\"~*?:\\/";

        Locator turn = visit.open("/").ask(question);

        assertThat(turn.locator("h2.question")).hasText(question);
        assertThat(turn.locator("img, script")).hasCount(0);
    }

    @Test
    void saysWhenAnAddressLeadsNowhere(Visit visit) {
        visit.expectComplaint("404");

        visit.open("/c/no-such-conversation");

        assertThat(visit.page().locator(".trouble"))
                .containsText("This conversation does not exist, or it was deleted.");
        assertThat(visit.ask(SINCE_WHEN).locator(".fact-text")).hasText("1994");
    }

    private static JsonNode answerOf(Visit visit) {
        return visit.conversation().at("/turns/0/answer");
    }

    private static String bodySpan(Visit visit, JsonNode citation) {
        return visit.get("/api/articles/" + citation.get("articleId").stringValue())
                .get("body")
                .stringValue()
                .substring(citation.get("start").intValue(), citation.get("end").intValue());
    }

    private static String clipboard(Visit visit) {
        return (String) visit.page().evaluate("() => navigator.clipboard.readText()");
    }

    private static String background(Page page) {
        return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }
}
