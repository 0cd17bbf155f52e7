package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who holds an office, over articles of two times, with real models and a real index. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DirtiesContext
class IncumbentIT {

    private static final String QUESTION = "Who is the prime minister of Ruritania?";

    @TempDir
    static Path data;

    @Autowired
    private Answerer chain;

    @Autowired
    private ArticleIndex index;

    @DynamicPropertySource
    static void ownFolders(DynamicPropertyRegistry properties) throws IOException {
        Path articles = Files.createDirectory(data.resolve("articles"));
        Files.writeString(articles.resolve("bridge.md"), """
                ---
                title: Prime minister of Ruritania opens bridge
                date: 2012-05-01
                ---
                The prime minister of Ruritania, Ann Lee, opened a bridge over the river on Tuesday.

                Ms Lee has been the prime minister of Ruritania since 2010.
                """);
        Files.writeString(articles.resolve("summit.md"), """
                ---
                title: Leaders gather for summit
                date: %s
                ---
                Leaders of six countries met in the capital to talk about trade. Ruritania's Prime Minister John Roe asked
                the others to lower what they charge for timber.
                """.formatted(
                        LocalDate.now(ZoneId.systemDefault()).minusDays(40)));
        properties.add("dateline.corpus.folder", () -> articles);
        properties.add("dateline.index.folder", () -> data.resolve("index"));
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:incumbent");
    }

    @Test
    void isWhomTheNewestArticlesNameAndOnlyTheseAreSources() throws Exception {
        List<AnswerEvent> events = new ArrayList<>();
        Answer answer = ask(Filter.NONE, events);
        assertThat(answer.fact()).isNotNull().extracting(Fact::text).isEqualTo("John Roe");
        assertThat(answer.sources()).extracting(Source::title).containsExactly("Leaders gather for summit");
        assertThat(events)
                .filteredOn(AnswerEvent.SourcesFound.class::isInstance)
                .hasSize(1);
    }

    @Test
    void isWhomOlderArticlesNameWhereTheseAreAskedAlone() throws Exception {
        Answer answer = ask(new Filter(null, null, null, LocalDate.of(2013, 1, 1)), new ArrayList<>());
        assertThat(answer.fact()).isNotNull().extracting(Fact::text).asString().endsWith("Lee");
    }

    private Answer ask(Filter filter, List<AnswerEvent> events) throws InterruptedException {
        await().atMost(Duration.ofMinutes(1)).until(() -> index.size().articles() == 2);
        return chain.answer(new Question(UUID.randomUUID().toString(), null, QUESTION, filter), List.of(), events::add);
    }
}
