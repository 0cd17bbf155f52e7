package io.dateline.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One reader's stay on the page, with storage of its own. It notes what the page should never do: errors on the console,
 * exceptions, dialogs, requests to any other server.
 */
final class Visit implements AutoCloseable {

    /** Far more than any state needs, for machines with other work to do. */
    private static final double PATIENCE_MS = 30_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;
    private String origin;

    Visit(Browser browser, String origin) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        this.origin = origin;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(PATIENCE_MS);
        context.onConsoleMessage(this::listen);
        context.onWebError(error -> complaints.add("exception: " + error.error()));
        context.onDialog(this::refuse);
        context.onRequest(this::watch);
        page = context.newPage();
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void refuse(Dialog dialog) {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void watch(Request request) {
        if (!request.url().startsWith(origin + "/")) {
            complaints.add("request to elsewhere: " + request.url());
        }
    }

    /** Lets the page reach the server through another address. */
    Visit through(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** A complaint that this visit provokes, such as a failed request, by a part of it. */
    void expectComplaint(String part) {
        expected.add(Pattern.compile(part, Pattern.LITERAL));
    }

    void assertNoComplaints() {
        assertThat(complaints)
                .as("what the page complained of")
                .allMatch(complaint -> expected.stream()
                        .anyMatch(part -> part.matcher(complaint).find()));
    }

    Page page() {
        return page;
    }

    String origin() {
        return origin;
    }

    Visit open(String path) {
        page.navigate(origin + path);
        assertThat(page.locator("#question")).isVisible();
        return this;
    }

    /** A second tab of the same reader. */
    Page openBeside(String path) {
        Page beside = context.newPage();
        beside.navigate(origin + path);
        return beside;
    }

    /** Asks and waits for the whole answer. */
    Locator ask(String question) {
        int turns = page.locator("section.turn").count();
        begin(question);
        assertThat(page.locator("section.turn")).hasCount(turns + 1);
        return answered();
    }

    /** Asks and does not wait. */
    void begin(String question) {
        page.locator("#question").fill(question);
        page.locator("#question").press("Enter");
    }

    /** The last turn, when its answer is whole. */
    Locator answered() {
        Locator turn = page.locator("section.turn").last();
        assertThat(turn).hasAttribute("data-state", "completed");
        return turn;
    }

    Locator button(String name) {
        return button(page.locator("body"), name);
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator panel() {
        return page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Article"));
    }

    /** What the server answers to a call that the page could make. */
    JsonNode get(String path) {
        return JSON.readTree(page.request().get(origin + path).text());
    }

    /** The stored conversation that the page shows. */
    JsonNode conversation() {
        String path = page.url().substring(origin.length()).replaceFirst("#.*", "");
        assertThat(path).startsWith("/c/");
        return get("/api/conversations/" + path.substring("/c/".length()));
    }

    /** Whether anything is wider than the window. */
    boolean scrollsSideways() {
        return (boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    void takePicture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
