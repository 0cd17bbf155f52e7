package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever an article says, a quotation of it is its body at the place that the citation names; the seed is fixed. */
class CitationPropertiesTest {

    private static final int ARTICLES = 300;

    private static final String[] PIECES = {
        "He said ",
        "Dr. Ó Dálaigh ",
        "U.S. ",
        "peace. ",
        "“No”, ",
        "“Yes.” ",
        "(1994) ",
        "... ",
        "! ",
        "? ",
        "\n\n",
        "\n",
        " ",
        "🕊 ",
        "👩‍👩‍👧 ",
        "e\u0301t\u00e9 ",
        "العربية. ",
        "和平。",
        "[1] ",
        "*bold* ",
        "<b>x</b> ",
        "a_b ",
        "— ",
        "€5.5m ",
        "word ".repeat(40),
        "x".repeat(200) + " ",
        "According to Belta, "
    };

    private final SentenceSplitter sentences = new SentenceSplitter();
    private final PassageSplitter passages = new PassageSplitter(sentences);

    @Test
    void everyQuotationIsTheBodyAtItsPlace() {
        bodies().forEach(body -> {
            Article article = new Article("a", "Title", null, null, null, null, List.of(), null, "en", body, "1");
            for (Passage passage : passages.split(article)) {
                Evidence evidence = Evidence.of(content(passage), sentences);
                List<Finding> findings = evidence.sentences().stream()
                        .map(sentence -> new Finding(evidence, sentence, answerIn(sentence), 1))
                        .toList();
                QuotingComposer.Composed composed = new QuotingComposer().write(findings, 1, event -> {});
                assertThat(composed.citations()).hasSameSizeAs(findings);
                for (Citation citation : composed.citations()) {
                    assertThat(citation.quote()).isEqualTo(body.substring(citation.start(), citation.end()));
                    assertThat(citation.start()).isGreaterThanOrEqualTo(passage.start());
                    assertThat(citation.end()).isLessThanOrEqualTo(passage.end());
                }
            }
        });
    }

    private static Sentence answerIn(Sentence sentence) {
        int end = sentence.text().offsetByCodePoints(0, 1);
        return new Sentence(
                sentence.start(), sentence.start() + end, sentence.text().substring(0, end));
    }

    private static Content content(Passage passage) {
        return Content.from(TextSegment.from(
                passage.text(),
                new Metadata()
                        .put("articleId", passage.articleId())
                        .put("title", "Title")
                        .put("start", passage.start())
                        .put("score", 1.0)));
    }

    private static Stream<String> bodies() {
        Random random = new Random(7);
        return Stream.generate(() -> body(random).strip())
                .filter(body -> !body.isEmpty())
                .limit(ARTICLES);
    }

    private static String body(Random random) {
        StringBuilder body = new StringBuilder();
        for (int piece = 1 + random.nextInt(60); piece > 0; piece--) {
            body.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return body.toString();
    }
}
