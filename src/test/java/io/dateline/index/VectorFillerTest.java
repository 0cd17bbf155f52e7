package io.dateline.index;

import static io.dateline.index.Samples.article;
import static io.dateline.index.Samples.ids;
import static io.dateline.index.Samples.passages;
import static io.dateline.index.Samples.put;
import static io.dateline.index.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.corpus.Article;
import io.dateline.inference.Embeddings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFillerTest {

    @TempDir
    Path folder;

    private LuceneIndex index;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static List<PassageKey> keys(Article article) {
        return passages(article).stream()
                .map(passage -> PassageKey.of(article.version(), passage))
                .toList();
    }

    private void fill() throws InterruptedException {
        VectorFiller filler = new VectorFiller(index, Vectors.embeddings());
        filler.wake();
        filler.fill();
    }

    @Test
    void passagesAreFoundByMeaningOnceFilled() throws InterruptedException {
        put(index, article("a", "Title", "Xi met Lukashenko.\n\nRain fell in Minsk."));
        float[] vector = Vectors.of("Title Rain fell in Minsk.");
        assertThat(index.byMeaning(vector, Filter.NONE, 10)).isEmpty();
        assertThat(index.size().vectors()).isZero();
        fill();
        assertThat(texts(index, index.byMeaning(vector, Filter.NONE, 10)))
                .containsExactly("Rain fell in Minsk.", "Xi met Lukashenko.");
        assertThat(index.size().vectors()).isEqualTo(2);
    }

    @Test
    void vectorsAreFoundSoonAfterTheyAreMadeWhetherOrNotTheyAreCommitted() {
        Article article = article("a", "Title", "Xi met Lukashenko.");
        put(index, article);
        float[] vector = Vectors.of("Xi met Lukashenko.");
        index.passageVectors().without(1).forEach(key -> index.vectors().add(article, key, vector));
        await().untilAsserted(() ->
                assertThat(ids(index.byMeaning(vector, Filter.NONE, 10))).containsExactly("a#0"));
        assertThat(index.passageVectors().without(1)).isEmpty();
    }

    @Test
    void vectorsSurviveARestartAndOnlyNewPassagesAreEmbedded() throws InterruptedException {
        put(index, article("a", "Title", "Xi met Lukashenko."));
        index.commit();
        fill();
        close();
        open();
        put(index, article("b", "Title", "Rain fell."));
        List<String> embedded = new ArrayList<>();
        new VectorFiller(index, Vectors.embeddings(embedded::addAll)).fill();
        assertThat(embedded).containsExactly("Title\nRain fell.");
        assertThat(index.size().vectors()).isEqualTo(2);
    }

    @Test
    void aNewOrChangedPassageAwaitsItsVectorUntilItIsMade() throws InterruptedException {
        put(index, article("a", "Title", "The toll is seven."));
        List<PassageKey> old = keys(article("a", "Title", "The toll is seven."));
        assertThat(index.awaitingVector(old)).containsExactly("a#0");
        fill();
        assertThat(index.awaitingVector(old)).isEmpty();
        put(index, article("a", "Title", "The toll is eight."));
        List<PassageKey> changed = keys(article("a", "Title", "The toll is eight."));
        assertThat(index.awaitingVector(changed)).containsExactly("a#0");
        fill();
        assertThat(index.awaitingVector(changed)).isEmpty();
    }

    @Test
    void inALargeArchiveAllPassagesOfAnArticleAwaitTheVectorOfTheFirst() throws InterruptedException {
        close();
        index = LuceneIndex.open(folder, Samples.MODEL, 1, Clock.systemUTC());
        Article article = article("a", "Title", "Xi met Lukashenko.\n\nRain fell in Minsk.");
        List<PassageKey> passages = keys(article);
        put(index, article);
        assertThat(index.awaitingVector(passages)).containsExactlyInAnyOrder("a#0", "a#1");
        fill();
        assertThat(index.awaitingVector(passages)).isEmpty();
    }

    @Test
    void inALargeArchiveTheFirstPassageOfEachArticleHasAVector() throws InterruptedException {
        close();
        index = LuceneIndex.open(folder, Samples.MODEL, 2, Clock.systemUTC());
        put(index, article("a", "Title", "Xi met Lukashenko.\n\nRain fell in Minsk."));
        fill();
        assertThat(index.size().vectors()).isEqualTo(2).isEqualTo(index.size().embeddable());
        put(index, article("b", "Title", "Snow fell.\n\nNobody came."));
        List<String> embedded = new ArrayList<>();
        new VectorFiller(index, Vectors.embeddings(embedded::addAll)).fill();
        assertThat(embedded).containsExactly("Title\nSnow fell.");
        assertThat(index.size().embeddable()).isEqualTo(2);
    }

    @Test
    void whenAnArchiveGrowsLargeNoArticleKeepsTheVectorsOfItsOtherPassages() throws InterruptedException {
        close();
        index = LuceneIndex.open(folder, Samples.MODEL, 2, Clock.systemUTC());
        put(index, article("a", "Title", "Xi met Lukashenko.\n\nRain fell in Minsk."));
        fill();
        put(index, article("b", "Title", "Snow fell.\n\nNobody came."));
        assertThat(index.size().vectors()).isEqualTo(1);
        assertThat(index.size().embeddable()).isEqualTo(2);
        fill();
        assertThat(ids(index.byMeaning(Vectors.of("Title Rain fell in Minsk."), Filter.NONE, 10)))
                .containsExactlyInAnyOrder("a#0", "b#0");
    }

    @Test
    void anArticleWithoutAPassageAwaitsNoVector() throws InterruptedException {
        close();
        index = LuceneIndex.open(folder, Samples.MODEL, 1, Clock.systemUTC());
        put(index, article("a", "Title", "Xi met Lukashenko.\n\nRain fell in Minsk."));
        index.put(article("b", "Title", "Sign up for our newsletter."), List.of());
        fill();
        assertThat(index.size().vectors()).isEqualTo(1).isEqualTo(index.size().embeddable());
    }

    @Test
    void vectorsOutliveAnIndexThatIsBuiltAnew() throws InterruptedException {
        Article notYetRead = article("a", "Title", "Xi met Lukashenko.");
        index.vectors()
                .add(notYetRead, new PassageKey("a", 0, notYetRead.version(), 0, 18), Vectors.of("Xi met Lukashenko."));
        index.vectors().commit();
        VectorFiller filler = new VectorFiller(index, Vectors.embeddings());
        filler.fill();
        assertThat(index.vectors().count()).isEqualTo(1);
        filler.wake();
        filler.fill();
        assertThat(index.vectors().count()).isZero();
    }

    @Test
    void textThatWasReplacedIsNeverFoundByMeaning() throws InterruptedException {
        put(index, article("a", "Title", "The toll is seven.\n\nRescuers dig."));
        put(index, article("b", "Title", "Other news."));
        fill();
        put(index, article("a", "Title", "The toll is nine."));
        float[] old = Vectors.of("Title The toll is seven.");
        assertThat(ids(index.byMeaning(old, Filter.NONE, 1))).containsExactly("b#0");
        fill();
        assertThat(texts(index, index.byMeaning(old, Filter.NONE, 10)))
                .containsExactly("The toll is nine.", "Other news.");
        assertThat(index.vectors().count()).isEqualTo(2);
    }

    @Test
    void removedArticleIsNotFoundByMeaning() throws InterruptedException {
        put(index, article("a", "Title", "The toll is seven."));
        fill();
        index.remove("a");
        assertThat(index.byMeaning(Vectors.of("toll"), Filter.NONE, 10)).isEmpty();
        assertThat(index.size().vectors()).isZero();
    }

    @Test
    void aPassageThatTheModelDoesNotTakeIsLeftToItsWords() throws InterruptedException {
        put(index, article("a", "Title", "Good one.\n\nPoison.\n\nGood two."));
        Embeddings picky = Vectors.embeddings(texts -> {
            if (texts.stream().anyMatch(text -> text.contains("Poison"))) {
                throw new IllegalStateException("the model does not take it");
            }
        });
        VectorFiller filler = new VectorFiller(index, picky);
        filler.fill();
        filler.fill();
        assertThat(index.size().vectors()).isEqualTo(2);
        assertThat(ids(index.byWords("poison", Filter.NONE, 1))).containsExactly("a#1");
    }

    @Test
    void newArticlesGetTheirVectorsWhenItIsWoken() throws InterruptedException {
        CountDownLatch embedded = new CountDownLatch(1);
        try (VectorFiller filler = new VectorFiller(index, Vectors.embeddings(texts -> embedded.countDown()))) {
            filler.start();
            put(index, article("a", "Title", "Xi met Lukashenko."));
            filler.wake();
            assertThat(embedded.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(index.size().vectors()).isEqualTo(1);
    }

    @Test
    void withoutAModelItEnds() {
        put(index, article("a", "Title", "Xi met Lukashenko."));
        Embeddings none = new Embeddings(
                new Vectors.Model(texts -> {}),
                "",
                CompletableFuture.failedFuture(new IllegalStateException("no model")),
                Duration.ofSeconds(1),
                1);
        try (VectorFiller filler = new VectorFiller(index, none)) {
            filler.start();
        }
        assertThat(index.size().vectors()).isZero();
    }

    @Test
    void vectorsOfAnotherModelAreNotUsed() throws InterruptedException {
        put(index, article("a", "Title", "Xi met Lukashenko."));
        fill();
        close();
        index = LuceneIndex.open(folder, "another-model", Integer.MAX_VALUE, Clock.systemUTC());
        assertThat(index.size().vectors()).isZero();
        assertThat(index.size().passages()).isEqualTo(1);
    }
}
