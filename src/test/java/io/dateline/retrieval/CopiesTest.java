package io.dateline.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Article;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.index.LuceneArchive;
import io.dateline.retrieval.Copies.Collapsed;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);

    private static final PassageSplitter SPLITTER = new PassageSplitter(new SentenceSplitter());

    @TempDir
    Path folder;

    private ArticleIndex index;

    @BeforeEach
    void open() {
        index = LuceneArchive.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    /** Sixty sentences that no other seed has. */
    private static List<String> report(int seed) {
        Random random = new Random(seed);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder sentence = new StringBuilder("Dam");
            for (int word = 0; word < 12; word++) {
                sentence.append(" w").append(random.nextInt(5_000));
            }
            sentences.add(sentence.append(" reservoir.").toString());
        }
        return sentences;
    }

    private void put(String id, @Nullable LocalDate day, List<String> sentences) {
        String body = String.join(" ", sentences);
        String version = "v%015x".formatted(body.hashCode() & 0xffffffffL);
        Article article = new Article(id, "A dam", null, null, null, null, List.of(), day, "en", body, version);
        index.put(article, SPLITTER.split(article));
    }

    private Collapsed found() {
        return found(Filter.NONE);
    }

    private Collapsed found(Filter filter) {
        RankedList words = RankedList.ofPassages("words", index.byWords("dam reservoir", filter, 200));
        return Copies.collapse(ReciprocalRankFusion.STANDARD.fuse(List.of(words)), index);
    }

    private static Set<String> articles(Collapsed found) {
        return found.ranked().stream()
                .map(fused -> fused.passage().articleId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String text(Collapsed found) {
        return found.ranked().stream()
                .map(fused -> index.article(fused.passage().articleId())
                        .flatMap(fused.passage()::in)
                        .orElseThrow()
                        .text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theEarliestStandsForAllAndSaysHowManyItStandsFor() {
        put("b", MONDAY.plusDays(1), report(1));
        put("a", MONDAY.plusDays(2), report(1));
        put("c", MONDAY, report(1));
        put("undated", null, report(1));
        put("other", MONDAY, report(2));

        assertThat(articles(found())).containsExactly("c", "other");
        assertThat(found().others()).containsEntry("c", 3).doesNotContainKey("other");
        assertThat(text(found())).contains(report(1));
        assertThat(found().ranked()).extracting(fused -> fused.passage().id()).doesNotHaveDuplicates();
        assertThat(found().ranked()).extracting(Fused::score).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void anotherComesForwardWhenTheOneThatStoodIsDeleted() {
        put("first", MONDAY, report(1));
        put("second", MONDAY.plusDays(1), report(1));
        put("third", MONDAY.plusDays(2), report(1));
        index.remove("first");

        assertThat(articles(found())).containsExactly("second");
    }

    @Test
    void anotherStandsWhenTheFirstWasRewritten() {
        put("first", MONDAY, report(1));
        put("second", MONDAY.plusDays(1), report(1));
        put("first", MONDAY, report(3));

        assertThat(articles(found())).containsExactly("first", "second");
    }

    @Test
    void whatIsLaterThanTheDayAskedForStandsForNothing() {
        put("undated", null, report(1));
        put("late", MONDAY, report(1));

        assertThat(articles(found())).containsExactly("late");
        assertThat(articles(found(Filter.asOf(MONDAY.minusDays(1))))).containsExactly("undated");
    }

    @Test
    void aCopyWithANewHeadAndAShortenedEndIsStillOne() {
        put("agency", MONDAY, report(1));
        List<String> local = new ArrayList<>(report(1).subList(0, 56));
        local.addFirst("The Lisbon Gazette adds that the dam and its reservoir lie upstream of the city.");
        put("local", MONDAY.plusDays(1), local);

        assertThat(found().others()).containsEntry("agency", 1);
        assertThat(text(found()))
                .containsOnlyOnce(report(1).get(20))
                .containsOnlyOnce(report(1).get(50));
    }

    @Test
    void whatOnlyTheCopyHasIsStillFound() {
        put("early", MONDAY, report(1));
        List<String> later = new ArrayList<>(report(1));
        report(7).stream().limit(11).forEach(later::add);
        put("later", MONDAY.plusDays(1), later);

        assertThat(found().others()).containsEntry("early", 1);
        assertThat(text(found()))
                .contains(report(7).get(5))
                .containsOnlyOnce(report(1).get(20));
    }

    @Test
    void articlesThatShareAFormAndDifferInEverySentenceAreNoCopies() {
        List<String> monday = new ArrayList<>();
        List<String> tuesday = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String form = "The level of dam number " + i + " and of its reservoir stood at %d metres on %s morning.";
            monday.add(form.formatted(100 + i, "Monday"));
            tuesday.add(form.formatted(200 + 3 * i, "Tuesday"));
        }
        put("monday", MONDAY, monday);
        put("tuesday", MONDAY.plusDays(1), tuesday);

        assertThat(articles(found())).containsExactly("monday", "tuesday");
    }

    @Test
    void theSameWordsAYearLaterAreNews() {
        put("2024", MONDAY, report(1));
        put("2025", MONDAY.plusYears(1), report(1));

        assertThat(articles(found())).containsExactly("2024", "2025");
        assertThat(found().others()).isEmpty();
    }
}
