package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.Citation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CitedTextTest {

    private static final List<Finding> EVIDENCE = StatementCheckTest.cited(
            null,
            "Xi met Lukashenko in Beijing.",
            "Zelenskyy welcomed the plan.",
            "The minister said “we are ready to talk” to reporters.",
            "Rain fell.");

    private final List<AnswerEvent> events = new ArrayList<>();
    private final CitedText text = new CitedText(EVIDENCE, events::add);

    @Test
    void numbersCitationsInOrderOfFirstUse() {
        assertThat(read("Zelenskyy welcomed it [2]. Xi met Lukashenko [1]. Zelenskyy welcomed the plan [2]."))
                .isEqualTo("Zelenskyy welcomed it [1]. Xi met Lukashenko [2]. Zelenskyy welcomed the plan [1].");
        assertThat(text.citations()).extracting(Citation::verdict).containsOnly(Verdict.SUPPORTED);
        assertThat(text.supported()).isEqualTo(3);
    }

    @Test
    void readsListsNeighboursAndFullWidthBrackets() {
        assertThat(read("Xi met Lukashenko, Zelenskyy welcomed the plan [1, 2]. Rain fell 【4】 [1]"))
                .isEqualTo("Xi met Lukashenko, Zelenskyy welcomed the plan [1][2]. Rain fell [3][1]");
        assertThat(text.unsupported()).isZero();
    }

    @Test
    void theSameEvidenceHasAnotherNumberWhereItDoesNotSupport() {
        assertThat(read("Xi met Lukashenko [1]. Xi met Putin [1]."))
                .isEqualTo("Xi met Lukashenko [1]. Xi met Putin [2].");
        assertThat(text.citations())
                .extracting(Citation::verdict)
                .containsExactly(Verdict.SUPPORTED, Verdict.UNSUPPORTED);
        assertThat(text.citations()).extracting(Citation::quote).containsOnly("Xi met Lukashenko in Beijing.");
    }

    @Test
    void aSentenceWithoutASourceIsMarked() {
        assertThat(read("Xi met Lukashenko [1]. Mr. Putin sang. Rain fell. [4] He left"))
                .isEqualTo("Xi met Lukashenko [1]. Mr. Putin sang. [?] Rain fell. [2] He left [?]");
        assertThat(text.supported()).isEqualTo(2);
        assertThat(text.unsupported()).isEqualTo(2);
    }

    @Test
    void dropsMarkersThatPointAtNoEvidence() {
        assertThat(read("Rain fell [42].")).isEqualTo("Rain fell . [?]");
    }

    @Test
    void quotationMarksStayOnlyAroundWordsOfAnArticle() {
        assertThat(read(
                        "The minister said \"we are ready to talk\" to reporters [3]. The minister said “we are ready” [3]."
                                + " The minister said “never to talk” [3]."))
                .isEqualTo(
                        "The minister said \"we are ready to talk\" to reporters [1]. The minister said “we are ready” [1]."
                                + " The minister said never to talk [2].");
        assertThat(text.citations().getLast().verdict()).isEqualTo(Verdict.UNSUPPORTED);
    }

    @Test
    void wordsInQuotationMarksStandInWhatIsCitedNotElsewhere() {
        CitedText quoting = new CitedText(
                StatementCheckTest.cited(
                        null, "He said now they are ready to talk.", "He said “they are ready to talk now”."),
                events::add);
        quoting.read("He said “ready to talk now” [1]. He said “ready to talk now” [2].");
        quoting.end();
        assertThat(quoting.citations())
                .extracting(Citation::verdict)
                .containsExactly(Verdict.UNSUPPORTED, Verdict.SUPPORTED);
    }

    @Test
    void whatIsCheckedIsWhatIsShown() {
        CitedText hiding = new CitedText(StatementCheckTest.cited(null, "Bob came by."), events::add);
        hiding.read("Bob\u200bby came [1].");
        hiding.end();
        assertThat(hiding.text()).isEqualTo("Bobby came [1].");
        assertThat(hiding.unsupported()).isEqualTo(1);
    }

    @Test
    void nothingOfTheModelsIsALinkAnImageOrHtml() {
        assertThat(read("Rain ![x](https://evil.example/a) fell <img src=x> `code` \u200b\u202eback [4]."))
                .isEqualTo("Rain !\\[x\\](https:\\//evil.example/a) fell \\<img src=x\\> \\`code\\` back [1].");
    }

    @Test
    void showsTheSameHoweverTheStreamIsCut() {
        String raw =
                "Talks [3] in “we are ready to talk”. He sang “no\" loudly. Then [12], [a note], [4; 1] [2].\n- item\n- Rain fell. [4] and an open [";
        String whole = read(raw);
        List<Citation> citations = text.citations();
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<AnswerEvent> told = new ArrayList<>();
            CitedText cut = new CitedText(EVIDENCE, told::add);
            int at = 0;
            while (at < raw.length()) {
                int end = Math.min(raw.length(), at + 1 + random.nextInt(4));
                cut.read(raw.substring(at, end));
                at = end;
            }
            cut.end();
            assertThat(cut.text()).isEqualTo(whole).isEqualTo(shown(told));
            assertThat(cut.citations()).isEqualTo(citations);
        }
    }

    @Test
    void tellsOfACitationBehindTheTextThatCarriesIt() {
        text.read("Rain fell [4");
        assertThat(events).doesNotHaveAnyElementsOfTypes(CitationAdded.class);
        text.read("], said");
        assertThat(events.getLast()).isInstanceOf(TextAdded.class);
        assertThat(events).filteredOn(CitationAdded.class::isInstance).hasSize(1);
        assertThat(shown(events)).isEqualTo("Rain fell [1], said");
    }

    private String read(String raw) {
        text.read(raw);
        text.end();
        assertThat(shown(events)).isEqualTo(text.text());
        return text.text();
    }

    private static String shown(List<AnswerEvent> events) {
        StringBuilder shown = new StringBuilder();
        for (AnswerEvent event : events) {
            if (event instanceof TextAdded added) {
                shown.append(added.delta());
            }
        }
        return shown.toString();
    }
}
