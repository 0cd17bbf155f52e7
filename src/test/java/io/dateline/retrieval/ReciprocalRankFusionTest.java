package io.dateline.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReciprocalRankFuser;
import io.dateline.index.ArticleIndex.Match;
import io.dateline.index.PassageKey;
import io.dateline.retrieval.Hit.StageRank;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReciprocalRankFusionTest {

    private static final ReciprocalRankFusion FUSION = ReciprocalRankFusion.STANDARD;

    private static RankedList list(String stage, String... articles) {
        return RankedList.ofPassages(
                stage,
                IntStream.range(0, articles.length)
                        .mapToObj(i -> new Match(new PassageKey(articles[i], 0, "1", 0, 1), null, 10 - i))
                        .toList());
    }

    private static List<String> order(List<Fused> fused) {
        return fused.stream().map(one -> one.passage().articleId()).toList();
    }

    @Test
    void ranksPassageInBothListsFirst() {
        assertThat(order(FUSION.fuse(List.of(list("words", "a", "b"), list("meaning", "c", "b")))))
                .containsExactly("b", "a", "c");
    }

    @Test
    void equalScoresAreOrderedByPassageId() {
        assertThat(order(FUSION.fuse(List.of(list("words", "z", "b"), list("meaning", "a", "y")))))
                .containsExactly("a", "z", "b", "y");
    }

    @Test
    void oneListKeepsItsOrder() {
        assertThat(order(FUSION.fuse(List.of(list("words", "c", "a", "b"))))).containsExactly("c", "a", "b");
    }

    @Test
    void nothingFoundIsNothingFused() {
        assertThat(FUSION.fuse(List.of())).isEmpty();
        assertThat(FUSION.fuse(List.of(list("words"), list("meaning")))).isEmpty();
    }

    @Test
    void tellsTheRankAndScoreOfEveryStage() {
        Fused b = FUSION.fuse(List.of(list("words", "a", "b"), list("meaning", "b")))
                .getFirst();
        assertThat(b.ranks()).containsExactly(new StageRank("words", 2, 9), new StageRank("meaning", 1, 10));
        assertThat(b.score()).isCloseTo(1.0 / 62 + 1.0 / 61, within(1e-12));
    }

    @Test
    void agreesWithLangChain4jWhereScoresDiffer() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            String[] words = shuffled(random);
            String[] meaning = shuffled(random);
            List<Fused> ours = FUSION.fuse(List.of(list("words", words), list("meaning", meaning)));
            List<String> theirs = ReciprocalRankFuser.fuse(List.of(contents(words), contents(meaning)), 60).stream()
                    .map(content -> content.textSegment().text())
                    .toList();
            assertThat(order(ours)).containsExactlyInAnyOrderElementsOf(theirs);
            for (int i = 1; i < ours.size(); i++) {
                if (ours.get(i - 1).score() - ours.get(i).score() > 1e-12) {
                    assertThat(theirs.indexOf(order(ours).get(i - 1)))
                            .isLessThan(theirs.indexOf(order(ours).get(i)));
                }
            }
        }
    }

    private static String[] shuffled(Random random) {
        List<String> all = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(8)).toArray(String[]::new);
    }

    private static List<Content> contents(String[] texts) {
        return List.of(texts).stream().map(Content::from).toList();
    }
}
