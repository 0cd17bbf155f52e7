package io.dateline.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The side list of past conversations. Each test names its own conversation, as all tests share the list. */
class HistoryPageIT extends RealPage {

    private final String title = "Presidents " + UUID.randomUUID();

    @Test
    void listsTheQuestionJustAsked(Visit visit) {
        visit.open("/");
        visit.ask(title);
        String address = visit.page().url();

        open(visit);

        assertThat(link(visit, title)).isVisible();
        assertThat(link(visit, title)).hasAttribute("aria-current", "page");
        visit.page().getByText("New question").click();
        assertThat(visit.page()).hasURL(visit.origin() + "/");
        link(visit, title).click();
        assertThat(visit.page()).hasURL(address);
        assertThat(visit.answered().locator("h2.question")).hasText(title);
    }

    @Test
    void renamesAConversation(Visit visit) {
        visit.open("/").ask(title);
        open(visit);
        String better = "Minsk & <b>Beijing</b> " + UUID.randomUUID();

        press("Rename", visit);
        Locator box = visit.page().getByLabel("New title");
        assertThat(box).isFocused();
        assertThat(box).hasValue(title);
        box.fill(better);
        box.press("Enter");

        assertThat(link(visit, better)).isVisible();
        assertThat(visit.page()).hasTitle(better + " · Dateline");
        visit.page().reload();
        assertThat(link(visit, better)).isVisible();
        assertThat(visit.conversation().get("title").stringValue()).isEqualTo(better);
    }

    @Test
    void keepsTheTitleWhenRenamingIsCancelled(Visit visit) {
        visit.open("/").ask(title);
        open(visit);

        press("Rename", visit);
        visit.page().getByLabel("New title").fill("Something else");
        visit.page().getByLabel("New title").press("Escape");

        assertThat(link(visit, title)).isVisible();
        assertThat(visit.conversation().get("title").stringValue()).isEqualTo(title);
    }

    @Test
    void deletesAConversationUnlessThatIsUndone(Visit visit) {
        visit.page().clock().install();
        visit.open("/").ask(title);
        String call = apiPath(visit);
        open(visit);

        press("Delete", visit);
        Locator undo = list(visit).locator("[data-undo]");
        assertThat(undo).isFocused();
        assertThat(visit.page()).hasURL(visit.origin() + "/");
        undo.click();
        assertThat(link(visit, title)).isVisible();

        press("Delete", visit);
        assertThat(undo).isVisible();
        visit.page()
                .waitForResponse(
                        response -> response.request().method().equals("DELETE") && response.status() == 204,
                        () -> visit.page().clock().fastForward(60_000));
        assertThat(link(visit, title)).hasCount(0);
        assertThat(isGone(call, visit)).isTrue();
    }

    @Test
    void deletesAtOnceWhenThePageIsLeft(Visit visit) {
        visit.open("/").ask(title);
        String call = apiPath(visit);
        open(visit);
        press("Delete", visit);
        assertThat(list(visit).locator("[data-undo]")).isVisible();

        visit.page().reload();

        await().atMost(30, TimeUnit.SECONDS).until(() -> isGone(call, visit));
    }

    @Test
    void findsAConversationByItsWords(Visit visit) {
        visit.open("/").ask(title);
        open(visit);
        String word = title.substring(title.indexOf(' ') + 1);

        visit.page().locator("#history-search").fill(word);
        assertThat(list(visit).locator(".entry")).hasCount(1);
        assertThat(link(visit, title)).isVisible();

        visit.page().locator("#history-search").fill("no conversation has these words");
        assertThat(list(visit).getByText("No conversation contains that.")).isVisible();
        visit.page().locator("#history-search").fill("");
        assertThat(link(visit, title)).isVisible();
    }

    private static String apiPath(Visit visit) {
        return "/api/conversations/" + visit.conversation().get("id").stringValue();
    }

    private static boolean isGone(String call, Visit visit) {
        return visit.get(call).path("status").asInt() == 404;
    }

    private static void open(Visit visit) {
        visit.button("History").click();
        assertThat(list(visit)).isVisible();
    }

    /** The buttons of an entry show under the pointer. */
    private void press(String hand, Visit visit) {
        link(visit, title).hover();
        visit.button(hand + " " + title).click();
    }

    private static Locator list(Visit visit) {
        return visit.page().getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("History"));
    }

    private static Locator link(Visit visit, String title) {
        return list(visit).locator(".entry a").filter(new Locator.FilterOptions().setHasText(title));
    }
}
