package io.dateline.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.dateline.DatelineApplication;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page while a folder of many articles is read. */
@ExtendWith(Browsing.class)
@SpringBootTest(classes = DatelineApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Timeout(180)
class LiveCountIT {

    private static final int ARTICLES = 40_000;
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Files.createTempDirectory("live-count");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void ownFolders(DynamicPropertyRegistry properties) throws IOException {
        Path articles = Files.createDirectories(FOLDER.resolve("articles"));
        properties.add("dateline.corpus.folder", () -> articles);
        properties.add("dateline.index.folder", () -> FOLDER.resolve("index"));
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:live-count;DB_CLOSE_DELAY=-1");
    }

    @Test
    void countsWhatIsReadAndWhatIsStillToCome(Visit visit) throws Exception {
        visit.open("/");
        Locator sentence = visit.page().locator(".in-archive");
        assertThat(sentence).containsText("The archive is empty. Drop articles here");

        Path file = FOLDER.resolve("many.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ARTICLES; i++) {
                out.write("{\"id\":\"a" + i + "\",\"title\":\"Ship " + i + " sails\",\"text\":\""
                        + ("Ship " + i + " sailed with " + i * 7 + " boxes on a quiet day. ").repeat(12) + "\"}\n");
            }
        }
        Files.move(file, FOLDER.resolve("articles").resolve("many.jsonl"));
        visit.button("Add articles").click();

        assertThat(visit.page().locator(".adding-count"))
                .hasText(Pattern.compile("\\d{1,2},\\d{3} of about \\d{2},\\d{3} articles in the archive"));
        assertThat(sentence).containsText("are read. Those can be asked about already.");
    }
}
