package io.dateline.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.dateline.DatelineApplication;
import io.dateline.fetching.LocalSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Adding articles on the page: dropped files, chosen files, addresses; what was skipped; taking it back. */
@ExtendWith(Browsing.class)
@SpringBootTest(
        classes = DatelineApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "dateline.fetch.allow-private=true")
class AddingPageIT {

    private static final String DROP = """
            (files) => {
              const held = new DataTransfer();
              for (const [name, text] of Object.entries(files)) held.items.add(new File([text], name));
              const tell = (type) => document.body.dispatchEvent(
                new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: held }));
              tell('dragenter');
              tell('dragover');
              window.drop = () => tell('drop');
              window.leave = () => tell('dragleave');
            }
            """;

    @DynamicPropertySource
    static void ownFolders(DynamicPropertyRegistry properties) throws IOException {
        Path index = Files.createTempDirectory("adding-index");
        properties.add("dateline.index.folder", () -> index);
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:adding;DB_CLOSE_DELAY=-1");
    }

    private static int articles(Visit visit) {
        return visit.get("/api/archive").get("articles").intValue();
    }

    private static void hold(Visit visit, Map<String, String> files) {
        visit.page().evaluate(DROP, files);
    }

    private static Locator rows(Visit visit) {
        return visit.page().locator(".added > li");
    }

    @Test
    void takesFilesThatAreDroppedAnywhereAndSaysWhichItSkipped(Visit visit) {
        visit.open("/");
        assertThat(visit.button("Add articles")).isVisible();
        int before = articles(visit);

        hold(visit, Map.of("harbour.txt", "Harbour reopens\n\nA pelican watched it.\n", "broken.json", "{"));
        assertThat(visit.page().locator(".drop-here")).isVisible();
        visit.expectComplaint("422");
        visit.page().evaluate("() => window.drop()");

        assertThat(visit.page().locator(".drop-here")).hasCount(0);
        assertThat(rows(visit)).hasCount(2);
        assertThat(rows(visit).filter(new Locator.FilterOptions().setHasText("harbour.txt")))
                .containsText("Added “Harbour reopens”.");
        assertThat(rows(visit).filter(new Locator.FilterOptions().setHasText("broken.json")))
                .containsText("Not added");
        assertThat(visit.page().locator("#announcements")).containsText("Added “Harbour reopens”.");
        assertThat(visit.page().locator(".adding-count")).containsText((before + 1) + " articles");
        assertThat(articles(visit)).isEqualTo(before + 1);

        Locator undo = visit.page().locator(".added .button");
        undo.click();
        assertThat(rows(visit).filter(new Locator.FilterOptions().setHasText("harbour.txt")))
                .containsText("Taken back.");
        assertThat(undo).hasCount(0);
        assertThat(articles(visit)).isEqualTo(before);
    }

    @Test
    void forgetsFilesThatAreDraggedAwayAgain(Visit visit) {
        visit.open("/");
        assertThat(visit.button("Add articles")).isVisible();

        hold(visit, Map.of("a.txt", "A\n\nText.\n"));
        assertThat(visit.page().locator(".drop-here")).isVisible();
        visit.page().evaluate("() => window.leave()");

        assertThat(visit.page().locator(".drop-here")).hasCount(0);
        assertThat(visit.page().locator("dialog.adding")).isHidden();
    }

    @Test
    void takesAPageByItsAddressWithoutAMouse(Visit visit) {
        try (LocalSite site = new LocalSite()) {
            site.put(
                    "/zeppelin",
                    "text/html; charset=utf-8",
                    "<html lang=en><title>Zeppelin lands</title><article><p>The zeppelin landed in Zagreb on Monday.</p></article></html>");
            Page page = visit.open("/").page();
            assertThat(visit.button("Add articles")).isVisible();
            visit.button("Add articles").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#adding-address")).isFocused();
            page.keyboard().type(site.address("/zeppelin"));
            page.keyboard().press("Enter");

            assertThat(rows(visit)).containsText("Added “Zeppelin lands”.");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog.adding")).isHidden();
            assertThat(visit.button("Add articles")).isFocused();
            // Until it has its vector an article stands behind those that have theirs.
            await().until(() -> {
                JsonNode archive = visit.get("/api/archive");
                return archive.get("vectors").equals(archive.get("embeddable"));
            });
            assertThat(visit.ask("Where did the zeppelin land?")).containsText("Zagreb");

            visit.button("Add articles").click();
            visit.expectComplaint("422");
            page.locator("#adding-address").fill(site.address("/nothing"));
            page.locator("#adding-address").press("Enter");
            assertThat(rows(visit).first()).containsText("Not added: it answers with status 404.");

            page.locator(".added .button").click();
            assertThat(rows(visit).last()).containsText("Taken back.");
        }
    }

    @Test
    void doesNotTakeBackWhatReplacedAnEarlierVersion(Visit visit) {
        visit.open("/");
        visit.button("Add articles").click();
        for (String text : List.of("First words.", "Other words.")) {
            visit.page()
                    .locator("#adding-files")
                    .setInputFiles(new FilePayload("storm.txt", "text/plain", ("Storm\n\n" + text).getBytes(UTF_8)));
        }

        assertThat(rows(visit)).hasCount(2);
        assertThat(rows(visit).first()).containsText("Replaced “Storm”.");
        assertThat(rows(visit).first().locator(".button")).hasCount(0);
        assertThat(rows(visit).last().locator(".button")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNoGraveFaultAndFitsAPhone(ColorScheme scheme, Visit visit) {
        Page page = visit.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(390, 844);
        visit.open("/");
        visit.button("Add articles").click();
        visit.expectComplaint("422");
        page.locator("#adding-files").setInputFiles(new FilePayload[] {
            new FilePayload(
                    "a-very-long-name-of-a-file-".repeat(6) + ".txt",
                    "text/plain",
                    "Rain\n\nIt rained.".getBytes(UTF_8)),
            new FilePayload("picture.png", "image/png", new byte[] {0, 1, 2})
        });
        assertThat(rows(visit)).hasCount(2);
        assertThat(rows(visit).first()).hasAttribute("data-state", "failed");

        assertThat(visit.scrollsSideways()).isFalse();
        assertThat(page.locator("dialog.adding").evaluate("d => d.scrollWidth <= d.clientWidth"))
                .isEqualTo(true);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }
}
