package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Article;
import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.BoilerplateLines;
import io.dateline.corpus.Passage;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.SentenceSplitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that a site repeats, from the file to the search. */
class BoilerplateTest {

    private static final String ADVERTISEMENT = "Support local journalism and subscribe today.";

    @TempDir
    Path articles;

    @TempDir
    Path indexes;

    private LuceneIndex index;
    private FolderSync<LuceneIndex> sync;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(indexes, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
        BoilerplateLines boilerplate = new BoilerplateLines();
        PassageSplitter splitter = new PassageSplitter(new SentenceSplitter(), boilerplate);
        sync = new FolderSync<>(new FolderSource(new ArticleFolder(articles)), index, splitter::split, boilerplate);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void write(String file, String host, int from, int to) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("""
                    {"id":"a%d","title":"Rivers","url":"https://%s/%d","text":"River %d rose by a metre.\\n\\n%s\\n\\nBrazil\\n\\nRiver %d fell again."}
                    """.formatted(i, host, i, i, ADVERTISEMENT, i));
        }
        Files.writeString(articles.resolve(file), lines.toString());
    }

    private List<String> found(String words) {
        return Samples.ids(index.byWords(words, Filter.NONE, 100));
    }

    @Test
    void whatTenArticlesOfASiteSayIsNotFoundAndNotInAnyPassage() throws Exception {
        write("feed.jsonl", "www.example.org", 0, 12);
        sync.run();

        assertThat(found("journalism")).isEmpty();
        assertThat(found("river")).contains("a0#0", "a0#1", "a11#0", "a11#1");
    }

    @Test
    void shortLinesRepeatForGoodReasonsAndStay() throws Exception {
        write("feed.jsonl", "example.org", 0, 12);
        sync.run();

        assertThat(found("Brazil")).hasSize(12);
    }

    @Test
    void theArticleIsShownWholeAndOffsetsPointIntoIt() throws Exception {
        write("feed.jsonl", "example.org", 0, 12);
        sync.run();

        String body = index.article("a3").orElseThrow().body();
        assertThat(body).contains(ADVERTISEMENT);
        for (ArticleIndex.Match match : index.byWords("river fell rose", Filter.NONE, 100)) {
            Article article = index.article(match.passage().articleId()).orElseThrow();
            assertThat(match.passage().in(article))
                    .get()
                    .extracting(Passage::text)
                    .asString()
                    .doesNotContain(ADVERTISEMENT)
                    .matches("(River \\d+ rose by a metre|(Brazil\\s+)?River \\d+ fell again)\\.");
        }
    }

    @Test
    void whatFewerThanTenSayOrOtherSitesSayIsFound() throws Exception {
        write("few.jsonl", "example.org", 0, 9);
        write("other.jsonl", "other.example", 20, 25);
        sync.run();

        assertThat(found("journalism")).hasSize(14);
    }

    @Test
    void articlesReadBeforeTheLineRepeatedLoseItAsWell() throws Exception {
        write("first.jsonl", "example.org", 0, 6);
        sync.run();
        assertThat(found("journalism")).hasSize(6);

        write("second.jsonl", "example.org", 6, 12);
        sync.run();

        assertThat(found("journalism")).isEmpty();
        assertThat(found("Brazil")).hasSize(12);
        assertThat(index.size().articles()).isEqualTo(12);
        assertThat(sync.run()).isEqualTo(new FolderSync.Report(0, 0, 0, 0, 0));
    }

    @Test
    void whatTheSameRunLearnsIsCutAgainForTheFirstNineAlone() throws Exception {
        List<String> cut = Collections.synchronizedList(new ArrayList<>());
        BoilerplateLines boilerplate = new BoilerplateLines();
        PassageSplitter splitter = new PassageSplitter(new SentenceSplitter(), boilerplate);
        write("feed.jsonl", "example.org", 0, 200);
        new FolderSync<>(
                        new FolderSource(new ArticleFolder(articles)),
                        index,
                        article -> {
                            cut.add(article.id());
                            return splitter.split(article);
                        },
                        boilerplate)
                .run();

        assertThat(found("journalism")).isEmpty();
        assertThat(cut).hasSize(209);
        assertThat(cut.subList(200, 209)).allMatch(id -> id.matches("a[0-8]")).doesNotHaveDuplicates();
    }

    @Test
    void anArticleReadAfterARestartDoesWithoutTheLineAtOnce() throws Exception {
        write("first.jsonl", "example.org", 0, 100);
        sync.run();
        close();
        open();
        write("second.jsonl", "example.org", 100, 101);
        sync.run();

        assertThat(found("journalism")).isEmpty();
    }

    @Test
    void versionsOfOneArticleCountOnce() throws Exception {
        for (int version = 0; version < 15; version++) {
            Files.writeString(articles.resolve("live.jsonl"), """
                    {"id":"live","title":"Rivers","url":"https://example.org/live","text":"The river has risen by a metre.\\n\\nUpdate %d."}
                    """.formatted(version));
            sync.run();
        }

        assertThat(found("metre")).isNotEmpty();
    }
}
