package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanAnswerReaderTest {

    private static final LocalDate MAY = LocalDate.of(2023, 5, 24);
    private static final String MET = "They met in Beijing. It rained in Minsk.";

    @Test
    void findsTheSentenceThatTheSpanStandsIn() {
        Finding best = read("Where did it rain?", List.of(passage("a", 100, MET)), span(MET, "Minsk", 0.7))
                .findings()
                .getFirst();
        assertThat(best.sentence()).isEqualTo(new Sentence(121, 140, "It rained in Minsk."));
        assertThat(best.answer()).isEqualTo(new Sentence(134, 139, "Minsk"));
    }

    @Test
    void anAnswerThatSeveralArticlesGiveBeatsASurerOneOfOne() {
        String also = "Both were in Beijing.";
        Reading reading = read(
                "Where did they meet?",
                List.of(passage("a", 0, MET), passage("b", 0, also), passage("c", 0, MET)),
                span(MET, "Beijing", 0.5),
                span(also, "in Beijing", 0.4),
                span(MET, "Minsk", 0.55));
        assertThat(reading.findings().getFirst().answer()).isEqualTo(new Sentence(12, 19, "Beijing"));
        Reading alone = read(
                "Where did they meet?",
                List.of(passage("a", 0, MET), passage("b", 0, MET)),
                span(MET, "Beijing", 0.5),
                span(MET, "Minsk", 0.45));
        assertThat(reading.confidence()).isGreaterThan(alone.confidence());
    }

    @Test
    void whoIsNotAnsweredWithTheObjectOfTheVerb() {
        String text = "Ann Lee praised Bo Diaz.";
        Reading reading = read(
                "Who praised the visitor?",
                List.of(passage("a", 0, text), passage("b", 0, text)),
                span(text, "Bo Diaz", 0.7),
                span(text, "Ann Lee", 0.3));
        assertThat(reading.findings()).extracting(Finding::answer).containsExactly(new Sentence(0, 7, "Ann Lee"));
    }

    @Test
    void whatMayNotAnswerSpeaksAgainstWhatMay() {
        String text = "Ann Lee praised Bo Diaz.";
        List<Evidence> evidence = List.of(passage("a", 0, text), passage("b", 0, text));
        Reading alone = read("Who praised the visitor?", evidence, span(text, "Ann Lee", 0.3));
        Reading beside =
                read("Who praised the visitor?", evidence, span(text, "Ann Lee", 0.3), span(text, "Bo Diaz", 0.7));
        assertThat(beside.findings()).extracting(Finding::answer).containsExactly(new Sentence(0, 7, "Ann Lee"));
        assertThat(beside.confidence()).isLessThan(alone.confidence());
    }

    @Test
    void anArticleDoesNotAgreeWithItself() {
        Reading twice = read(
                "Where did they meet?",
                List.of(passage("a", 0, MET), passage("a", 200, MET)),
                span(MET, "Beijing", 0.5),
                span(MET, "Beijing", 0.4));
        Reading once = read("Where did they meet?", List.of(passage("a", 0, MET)), span(MET, "Beijing", 0.5));
        assertThat(twice.confidence()).isCloseTo(once.confidence(), within(1e-9));
    }

    @Test
    void aSentenceThatAnotherArticleCopiedConfirmsNothing() {
        List<Evidence> evidence = List.of(passage("a", 0, MET), passage("b", 0, MET), passage("c", 0, MET));
        Reading copied = read("Where did they meet?", evidence, span(MET, "Beijing", 0.5), span(MET, "Beijing", 0.4));
        Reading once = read("Where did they meet?", evidence, span(MET, "Beijing", 0.5));
        assertThat(copied.confidence()).isCloseTo(once.confidence(), within(1e-9));
    }

    @Test
    void twoCopiesOfAnotherSentenceConfirmOnce() {
        String also = "Both were in Beijing.";
        List<Evidence> evidence = List.of(passage("a", 0, MET), passage("b", 0, also), passage("c", 0, also));
        Reading twice = read(
                "Where did they meet?",
                evidence,
                span(MET, "Beijing", 0.5),
                span(also, "Beijing", 0.4),
                span(also, "Beijing", 0.4));
        Reading once = read("Where did they meet?", evidence, span(MET, "Beijing", 0.5), span(also, "Beijing", 0.4));
        assertThat(twice.confidence()).isCloseTo(once.confidence(), within(1e-9));
    }

    @Test
    void daysAgreeByTheDayThatIsMeant() {
        String thursday = "She died on Thursday.";
        String day = "Her death came on September 8, at home.";
        AnswerSpan said = span(thursday, "Thursday", 0.5);
        AnswerSpan named = span(day, "September 8", 0.4);
        Evidence first = published("a", LocalDate.of(2022, 9, 9), thursday);
        Evidence same = published("b", LocalDate.of(2022, 9, 10), day);
        Evidence weekLater = published("b", LocalDate.of(2022, 9, 16), thursday.replace("died", "was buried"));
        double alone = read("When did she die?", List.of(first, same), said).confidence();
        assertThat(read("When did she die?", List.of(first, same), said, named).confidence())
                .isGreaterThan(alone);
        assertThat(read("When did she die?", List.of(first, weekLater), said, span(weekLater.text(), "Thursday", 0.4))
                        .findings())
                .hasSize(2);
    }

    @Test
    void newsOfTheseDaysBeatsASurerSpanOfOlderNews() {
        Reading reading = read(
                "Where did they meet?",
                List.of(passage("a", 0, MET, 0.0114), passage("b", 0, MET, 0)),
                span(MET, "Beijing", 0.5),
                span(MET, "Minsk", 0.7));
        assertThat(reading.findings().getFirst().answer()).isEqualTo(new Sentence(12, 19, "Beijing"));
    }

    @Test
    void whereAllNewsAreOldTheirAgeDoesNotMatter() {
        Reading reading = read(
                "Where did they meet?",
                List.of(passage("a", 0, MET, 0), passage("b", 0, MET, 0)),
                span(MET, "Beijing", 0.5),
                span(MET, "Minsk", 0.7));
        assertThat(reading.findings().getFirst().answer()).isEqualTo(new Sentence(34, 39, "Minsk"));
    }

    @Test
    void aSpanThatAnotherOneComesNearToIsLessSure() {
        List<Evidence> evidence = List.of(passage("a", 0, MET), passage("b", 0, MET));
        Reading close = read("Where did they meet?", evidence, span(MET, "Beijing", 0.6), span(MET, "Minsk", 0.5));
        Reading clear = read("Where did they meet?", evidence, span(MET, "Beijing", 0.6), span(MET, "Minsk", 0.05));
        assertThat(clear.confidence()).isGreaterThan(close.confidence());
    }

    @Test
    void aNumberAnswersHowManyAndNothingThatTheQuestionSaysAlready() {
        String text = "Russia keeps 2,000 troops and weapons in Belarus.";
        assertThat(chosen(
                        "How many troops does Russia keep in Belarus?",
                        text,
                        span(text, "weapons", 0.6),
                        span(text, "2,000", 0.4)))
                .isEqualTo(new Sentence(13, 18, "2,000"));
        assertThat(chosen(
                        "What does Russia keep in Belarus?",
                        text,
                        span(text, "Russia", 0.6),
                        span(text, "troops and weapons", 0.4)))
                .isEqualTo(new Sentence(19, 37, "troops and weapons"));
    }

    @Test
    void aDayAnswersWhenAndNotAnyNumber() {
        String text = "The queen died at 96 on Thursday.";
        assertThat(chosen("When did the queen die?", text, span(text, "96", 0.6), span(text, "Thursday", 0.4)))
                .isEqualTo(new Sentence(24, 32, "Thursday"));
    }

    @Test
    void aDayDoesNotAnswerHow() {
        String text = "He died on May 28, 2023, by drowning.";
        assertThat(chosen("How did he die?", text, span(text, "May 28, 2023", 0.6), span(text, "by drowning", 0.5)))
                .isEqualTo(new Sentence(25, 36, "by drowning"));
    }

    @Test
    void aHeadlineSpeaksForItsWordsButNotForTheNumberOfWhatItLists() {
        String text = "5. They met in Beijing.";
        double number = read("What did they hold?", List.of(titled("5 things", text)), span(text, "5", 0.5))
                .confidence();
        double plain = read("What did they hold?", List.of(titled("Things", text)), span(text, "5", 0.5))
                .confidence();
        assertThat(number).isEqualTo(plain);
        assertThat(read("Where did they meet?", List.of(titled("In Beijing", text)), span(text, "Beijing", 0.5))
                        .confidence())
                .isGreaterThan(read("Where did they meet?", List.of(titled("Things", text)), span(text, "Beijing", 0.5))
                        .confidence());
    }

    @Test
    void theHeadlineOfAnotherArticleSpeaksForAnAnswerToo() {
        Evidence said = passage("a", 0, MET);
        Evidence other = passage("b", 0, MET);
        Evidence titled = new Evidence("b", "In Beijing", null, null, null, 0, MET, other.sentences(), 0);
        double plain = read("Where did they meet?", List.of(said, other), span(MET, "Beijing", 0.5))
                .confidence();
        double backed = read("Where did they meet?", List.of(said, titled), span(MET, "Beijing", 0.5))
                .confidence();
        assertThat(backed).isGreaterThan(plain);
    }

    @Test
    void aHeadlineSpeaksForWholeWordsAlone() {
        double derived = read("Where did they meet?", List.of(titled("Beijingers", MET)), span(MET, "Beijing", 0.5))
                .confidence();
        double plain = read("Where did they meet?", List.of(titled("Things", MET)), span(MET, "Beijing", 0.5))
                .confidence();
        assertThat(derived).isEqualTo(plain);
    }

    @Test
    void aPassageThatHasTheWordsOfTheQuestionIsBelievedRather() {
        AnswerSpan beijing = span(MET, "Beijing", 0.5);
        double met = read("Where did they meet the presidents?", List.of(titled("Presidents meet", MET)), beijing)
                .confidence();
        double rained = read("Where did they meet the presidents?", List.of(titled("Weather", MET)), beijing)
                .confidence();
        assertThat(met).isGreaterThan(rained);
    }

    @Test
    void anAnswerIsBelievedLessTheMoreSpeaksForAnother() {
        List<Evidence> both = List.of(passage("a", 0, MET), passage("b", 0, MET));
        AnswerSpan beijing = span(MET, "Beijing", 0.6);
        double alone = read("Where did they meet?", both, beijing).confidence();
        double disputed = read("Where did they meet?", both, beijing, span(MET, "Minsk", 0.5))
                .confidence();
        assertThat(disputed).isLessThan(alone);
    }

    @Test
    void whatTheQuestionSaysItselfIsHardlyAnAnswer() {
        String text = "The summit was held in Beijing.";
        assertThat(chosen(
                        "What summit did they attend?",
                        text,
                        span(text, "The summit", 0.7),
                        span(text, "Beijing", 0.4)))
                .isEqualTo(new Sentence(23, 30, "Beijing"));
    }

    @Test
    void whoDidIsNoAnswerToWhoDidNot() {
        String text = "Mexico attended the summit. Cuba did not attend it.";
        assertThat(chosen(
                        "Which country did not attend the summit?",
                        text,
                        span(text, "Mexico", 0.8),
                        span(text, "Cuba", 0.5)))
                .isEqualTo(new Sentence(28, 32, "Cuba"));
    }

    @Test
    void theOnlyArticleNeedsNoneThatAgrees() {
        AnswerSpan beijing = span(MET, "Beijing", 0.5);
        double alone = read("Where did they meet?", List.of(passage("a", 0, MET)), beijing)
                .confidence();
        double ofTwo = read(
                        "Where did they meet?",
                        List.of(passage("a", 0, MET), passage("b", 0, MET)),
                        beijing,
                        span(MET, "Minsk", 0.001))
                .confidence();
        assertThat(alone).isGreaterThan(ofTwo);
    }

    @Test
    void cutsASpanAtTheEndOfItsSentence() {
        Finding best = read("Where did they meet?", List.of(passage("a", 0, MET)), span(MET, "Beijing. It rained", 0.5))
                .findings()
                .getFirst();
        assertThat(best.answer()).isEqualTo(new Sentence(12, 20, "Beijing."));
    }

    @Test
    void anAbbreviationKeepsItsLastPoint() {
        String text = "The U.S. won at 5 p.m. in Oslo.";
        List<Sentence> whole = List.of(new Sentence(0, text.length(), text));
        Evidence evidence = new Evidence("a", "Title", null, null, null, 0, text, whole, 0);
        assertThat(read("Who won?", List.of(evidence), span(text, "U.S", 0.5)).findings())
                .extracting(finding -> finding.words().text())
                .containsExactly("U.S.");
        assertThat(read("Where was it?", List.of(evidence), span(text, "Oslo", 0.5))
                        .findings())
                .extracting(finding -> finding.words().text())
                .containsExactly("Oslo");
    }

    @Test
    void quotesTheSentenceThatStatesItRatherThanOneThatAsks() {
        String asks = "Who met Ann Lee in Minsk?";
        String states = "They met Ann Lee in Oslo.";
        Reading reading = read(
                "Who was met?",
                List.of(passage("a", 0, asks), passage("b", 0, states)),
                span(asks, "Ann Lee", 0.9),
                span(states, "Ann Lee", 0.4));
        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.findings().getFirst().sentence().text()).isEqualTo(states);
        assertThat(reading.confidence())
                .isEqualTo(reading.findings().getFirst().score())
                .isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When did Ann Lee resign?",
                "Why was Ann Lee convicted?",
                "Who was convicted by the U.S.?",
                "Who followed Ann Lee?",
                "When did Lee?",
                "Where did Ann Lee follow Bo Roe?"
            })
    void anySpanCanBeRead(String question) {
        String text = "OSLO, Norway (AP) – Ann Lee (the mayor until 1991), who followed Bo Roe, who resigned, was"
                + " convicted by the U.S. – at 83 – and has resigned.";
        Sentence whole = new Sentence(40, 40 + text.length(), text);
        Evidence evidence = new Evidence("a", "Lee", null, null, MAY, 40, text, List.of(whole), 0);
        for (int start = 0; start < text.length(); start++) {
            for (int end = start + 1; end <= Math.min(start + 40, text.length()); end++) {
                assertThat(read(question, List.of(evidence), new AnswerSpan(start, end, 0, 0.5))
                                .findings())
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void readsNothingOutOfNothing() {
        assertThat(read("Where?", List.of()).findings()).isEmpty();
    }

    /** Which of two spans, read in the same text of two articles, is the answer. */
    private static @Nullable Sentence chosen(String question, String text, AnswerSpan one, AnswerSpan other) {
        return read(question, List.of(passage("a", 0, text), passage("b", 0, text)), one, other)
                .findings()
                .getFirst()
                .answer();
    }

    /** @param spans one of each passage, none of those behind them */
    private static Reading read(String question, List<Evidence> evidence, AnswerSpan... spans) {
        return new SpanAnswerReader((asked, passages, n) -> IntStream.range(0, passages.size())
                        .mapToObj(i -> i < spans.length ? List.of(spans[i]) : List.<AnswerSpan>of())
                        .toList())
                .read(QuestionAnalysis.of(question), evidence);
    }

    private static AnswerSpan span(String passage, String words, double probability) {
        int start = passage.indexOf(words);
        return new AnswerSpan(start, start + words.length(), 0, probability);
    }

    private static Evidence passage(String article, int start, String text) {
        return passage(article, start, text, 0);
    }

    private static Evidence published(String article, LocalDate day, String text) {
        Evidence plain = passage(article, 0, text);
        return new Evidence(article, "Title", null, null, day, 0, text, plain.sentences(), 0);
    }

    private static Evidence titled(String title, String text) {
        Evidence plain = passage("a", 0, text);
        return new Evidence("a", title, null, null, null, 0, text, plain.sentences(), 0);
    }

    private static Evidence passage(String article, int start, String text, double recency) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (String sentence : text.split("(?<=\\.) ", -1)) {
            sentences.add(new Sentence(start + from, start + from + sentence.length(), sentence));
            from += sentence.length() + 1;
        }
        return new Evidence(article, "Title", null, null, null, start, text, sentences, recency);
    }
}
