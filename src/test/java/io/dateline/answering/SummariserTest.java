package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummariserTest {

    private static final String BODY = """
            The city council approved a new tram line from the harbour to the university on Monday.

            The tram line will cost 40 million euros and open in three years, the council said.

            A man walked his three dogs past the council building during the long meeting.

            Students at the university welcomed the tram line, which the council had promised for a decade.""";

    private final Summariser summariser = new Summariser(new SentenceSplitter());

    @Test
    void leavesOutWhatTheArticleIsNotAbout() {
        assertThat(summariser.summarise(article(), 2))
                .hasSize(2)
                .extracting(Sentence::text)
                .noneMatch(text -> text.contains("dogs"));
    }

    @Test
    void keepsTheOrderAndTheWordsOfTheArticle() {
        List<Sentence> summary = summariser.summarise(article(), 3);
        assertThat(summary).extracting(Sentence::start).isSorted();
        assertThat(summary)
                .allSatisfy(s -> assertThat(BODY.substring(s.start(), s.end())).isEqualTo(s.text()));
    }

    @Test
    void givesAllSentencesWhenMoreAreWantedThanThereAre() {
        assertThat(summariser.summarise(article(), 10)).hasSize(4);
    }

    @Test
    void givesTheOnlySentenceOfAShortArticle() {
        assertThat(summariser.summarise(article("The tram is late."), 3))
                .extracting(Sentence::text)
                .containsExactly("The tram is late.");
    }

    @Test
    void leavesOutQuestionsAndAsides() {
        String body = "Will the harbour tram ever come to this town? More: the tram line in pictures.\n\n" + BODY;

        assertThat(summariser.summarise(article(body), 4))
                .extracting(Sentence::text)
                .noneMatch(text -> text.startsWith("Will") || text.startsWith("More"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This version of this story is no longer being updated.",
                "(This story was updated to add new information.)",
                "Editor’s note: This page recaps the news of the tram on Tuesday.",
                "Our live coverage of the tram has ended.",
                "Check back for updates on the harbour tram."
            })
    void leavesOutWhatTheNewsroomSaysOfTheText(String note) {
        assertThat(summariser.summarise(article(note + "\n\n" + BODY), 10))
                .hasSize(4)
                .noneMatch(sentence -> note.startsWith(sentence.text()));
    }

    @Test
    void aStoryThatIsToldIsNoNote() {
        String told = "This article of the law was struck down by the council of the harbour.";
        assertThat(summariser.summarise(article(told + "\n\n" + BODY), 10))
                .extracting(Sentence::text)
                .contains(told);
    }

    @Test
    void opensWithTheFirstSentenceOnTheSubject() {
        assertThat(summariser.opening(article(), Term.of("students")))
                .map(Sentence::text)
                .hasValueSatisfying(text -> assertThat(text).startsWith("Students"));
        assertThat(summariser.opening(article(), Term.of("council")))
                .map(Sentence::text)
                .hasValueSatisfying(text -> assertThat(text).startsWith("The city council"));
    }

    private static Article article() {
        return article(BODY);
    }

    private static Article article(String body) {
        return new Article(
                "tram", "Council approves tram line", null, null, null, null, List.of(), null, "en", body, "1");
    }
}
