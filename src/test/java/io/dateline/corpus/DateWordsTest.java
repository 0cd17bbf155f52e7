package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {

    /** A Thursday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2023, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "They issued a statement on Wednesday., Wednesday, 2023-03-01, 2023-03-01",
        "They met on Thursday., Thursday, 2023-03-02, 2023-03-02",
        "They met last Friday., Friday, 2023-02-24, 2023-02-24",
        "They met yesterday., yesterday, 2023-03-01, 2023-03-01",
        "They meet TODAY., TODAY, 2023-03-02, 2023-03-02",
        "They meet tomorrow., tomorrow, 2023-03-03, 2023-03-03",
        "Last week he released a document., Last week, 2023-02-20, 2023-02-26",
        "It fell this month., this month, 2023-03-01, 2023-03-31",
        "The invasion began a year ago., a year ago, 2022-01-01, 2022-12-31",
        "They met two months ago., two months ago, 2023-01-01, 2023-01-31",
        "They met 10 days ago., 10 days ago, 2023-02-20, 2023-02-20",
        "They met on Wednesday and will meet again., Wednesday, 2023-03-01, 2023-03-01",
        "She said Wednesday that they will meet soon., Wednesday, 2023-03-01, 2023-03-01",
        "On Wednesday he announced that he will retire., Wednesday, 2023-03-01, 2023-03-01",
        "The court will rule; it heard them Wednesday., Wednesday, 2023-03-01, 2023-03-01",
        "They will meet in May. They agreed on Wednesday., Wednesday, 2023-03-01, 2023-03-01"
    })
    void resolvesAgainstTheDayOfPublication(String text, String words, LocalDate from, LocalDate to) {
        int start = text.indexOf(words);

        assertThat(DateWords.in(text, PUBLISHED))
                .containsExactly(new DateMention(start, start + words.length(), from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They meet next Wednesday.",
                "They will meet on Wednesday.",
                "On Wednesday, the Senate will vote.",
                "The Senate on Wednesday will vote.",
                "The summit, due to open in Bali on Wednesday, is the first.",
                "The sale begins Wednesday.",
                "Summer time ends Sunday, March 12, at 2 a.m.",
                "They met Sunday the 12th.",
                "They met in 1994.",
                "Sundays are quiet.",
                "",
                "Every Monday",
                "last year-long war",
                "in the last week"
            })
    void leavesAloneWhatIsNotCertain(String text) {
        assertThat(DateWords.in(text, PUBLISHED)).isEmpty();
    }

    @Test
    void copesWithSentencesWithoutEnd() {
        String endless = "will say ".repeat(20_000);

        assertThat(DateWords.in(endless + "said Wednesday after they " + endless, PUBLISHED))
                .hasSize(1);
    }

    @Test
    void findsSeveralInOneSentence() {
        assertThat(DateWords.in("They met on Monday and yesterday.", PUBLISHED))
                .extracting(DateMention::from)
                .containsExactly(LocalDate.of(2023, 2, 27), LocalDate.of(2023, 3, 1));
    }
}
