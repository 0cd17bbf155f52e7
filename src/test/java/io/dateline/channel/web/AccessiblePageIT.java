package io.dateline.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page without a mouse, without good eyes, and on a phone. */
class AccessiblePageIT extends RealPage {

    private static final List<String> GRAVE = List.of("serious", "critical");

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNoGraveAccessibilityFault(ColorScheme scheme, Visit visit) {
        Page page = visit.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

        visit.open("/");
        assertThat(page.locator(".beginnings button")).hasCount(4);
        assertNoGraveFault("first visit", page);

        Locator turn = visit.ask(RealPage.SINCE_WHEN);
        assertNoGraveFault("answer", page);

        turn.locator(".citation").first().click();
        assertThat(visit.panel().locator("mark.cited")).isVisible();
        assertNoGraveFault("panel", page);
        page.keyboard().press("Escape");

        Visit.button(turn, "Why this answer").click();
        assertThat(page.locator(".passages tbody tr").first()).isVisible();
        assertNoGraveFault("why", page);

        visit.ask(RealPage.UNKNOWN);
        assertThat(visit.region("Not in the archive")).isVisible();
        assertNoGraveFault("not found", page);

        visit.button("History").click();
        assertThat(page.locator("#history .entry").first()).isVisible();
        assertNoGraveFault("history", page);

        page.navigate(visit.origin() + "/docs.html");
        assertThat(visit.button("Copy").first()).isVisible();
        assertNoGraveFault("for programs", page);
    }

    @Test
    void needsNoMouse(Visit visit) {
        Page page = visit.open("/").page();
        page.keyboard().press("Tab");
        assertThat(page.locator("#question")).not().isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#question")).isFocused();

        page.keyboard().type(RealPage.SUMMARY);
        page.keyboard().press("Enter");
        Locator citations = visit.answered().locator(".prose .citation");
        assertThat(citations).hasCount(2);

        page.keyboard().press("ArrowRight");
        assertThat(citations.nth(0)).isFocused();
        Locator popover = page.locator("#citation-popover");
        assertThat(popover.locator("mark")).containsText("Xi Jinping and Alexander Lukashenko");
        page.keyboard().press("ArrowRight");
        assertThat(citations.nth(1)).isFocused();
        assertThat(popover.locator("mark")).not().containsText("Xi Jinping and Alexander Lukashenko");
        page.keyboard().press("Escape");
        assertThat(popover).isHidden();

        page.keyboard().press("Enter");
        Locator marked = visit.panel().locator("mark.cited");
        assertThat(marked).isInViewport();
        String second = marked.innerText();
        page.keyboard().press("ArrowLeft");
        assertThat(marked).not().hasText(second);

        page.keyboard().press("Escape");
        assertThat(visit.panel()).hasCount(0);
        assertThat(citations.nth(0)).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("#question")).isFocused();
    }

    @Test
    void keepsTheFocusInTheHistoryThatCoversThePage(Visit visit) {
        visit.page().setViewportSize(390, 844);
        visit.open("/");

        visit.button("History").focus();
        visit.page().keyboard().press("Enter");
        assertThat(visit.button("Close history")).isFocused();
        assertThat((Boolean) visit.page().evaluate("() => document.getElementById('main').inert"))
                .isTrue();

        visit.page().keyboard().press("Escape");
        assertThat(visit.button("History")).isFocused();
    }

    @Test
    void movesNothingForThoseWhoWantNoMotion(Visit visit) {
        visit.open("/");
        visit.ask(RealPage.SINCE_WHEN);
        assertThat((Integer) visit.page().evaluate("() => document.getAnimations().length"))
                .isZero();
    }

    @Test
    void saysThatAQuestionIsTooLongAndCutsNothingOff(Visit visit) {
        visit.open("/");
        Locator question = visit.page().locator("#question");
        question.fill("peace ".repeat(350));
        question.press("Enter");

        assertThat(visit.page().locator("#question-count")).hasText("2,100 of 2,000 characters: too long to ask");
        assertThat(question).hasValue("peace ".repeat(350));
        assertThat(visit.page().locator(".turn")).hasCount(0);
    }

    @Test
    void putsAQuestionOfAnAddressThatIsTooLongIntoTheBox(Visit visit) {
        visit.open("/?q=" + "peace+".repeat(350));

        assertThat(visit.page().locator("#question"))
                .hasValue("peace ".repeat(350).strip());
        assertThat(visit.page().locator(".turn")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void fitsAPhone(int width, Visit visit) {
        Page page = visit.page();
        page.setViewportSize(width, 844);

        visit.open("/");
        assertThat(page.locator(".beginnings button")).hasCount(4);
        assertFits("first visit", visit);

        Locator turn = visit.ask(RealPage.SINCE_WHEN);
        assertFits("answer", visit);
        Visit.button(turn, "Why this answer").click();
        assertThat(page.locator(".passages tbody tr").first()).isVisible();
        assertFits("why", visit);

        turn.locator(".citation").first().click();
        assertThat(visit.panel().locator("mark.cited")).isInViewport();
        assertFits("panel", visit);
        assertCoversThePhone(width, visit.panel());
        Visit.button(visit.panel(), "Close article").click();
        assertThat(visit.panel()).hasCount(0);

        visit.ask("Pneumonoultramicroscopicsilicovolcanoconiosis".repeat(8));
        assertFits("one endless word", visit);
        visit.button("History").click();
        assertThat(page.locator("#history .entry").first()).isVisible();
        assertFits("history", visit);
    }

    private static void assertNoGraveFault(String state, Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(state)
                .filteredOn(rule -> GRAVE.contains(rule.getImpact()))
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    private static void assertFits(String state, Visit visit) {
        assertThat(visit.scrollsSideways())
                .as(state + " is wider than the phone")
                .isFalse();
    }

    private static void assertCoversThePhone(int width, Locator panel) {
        BoundingBox box = panel.boundingBox();
        assertThat(box.x).isZero();
        assertThat(box.y).isZero();
        assertThat(box.width).isEqualTo(width);
        assertThat(box.height).isEqualTo(844);
    }
}
