package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

/** Beside the same filters without a memory. */
class RememberedTermsTest {

    private static final List<String> WORDS = List.of(
            "the",
            "The",
            "Beyoncé's",
            "beyonce",
            "talks",
            "talking",
            "Zürich",
            "to",
            "ﬁne",
            "ß",
            "IT",
            "it",
            "1,000",
            "U.S.",
            "习近平");

    private final Analyzer remembering = analyzer(words -> new RememberedTerms(words, NewsAnalyzer::terms));
    private final Analyzer plain = analyzer(NewsAnalyzer::terms);

    private record Token(String term, int step, int start, int end) {}

    private interface Chain {
        TokenStream of(TokenStream words);
    }

    @Test
    void makesOfEveryTextWhatTheFiltersMakeOfIt() throws IOException {
        Random dice = new Random(7);
        for (int i = 0; i < 300; i++) {
            String text = IntStream.range(0, dice.nextInt(12))
                    .mapToObj(n -> WORDS.get(dice.nextInt(WORDS.size())))
                    .collect(Collectors.joining(" "));
            assertThat(tokens(remembering, text)).as(text).isEqualTo(tokens(plain, text));
        }
    }

    @Test
    void leavesAGapWhereAWordIsDroppedThatItHasDroppedBefore() throws IOException {
        tokens(remembering, "the talks");
        assertThat(tokens(remembering, "the talks to the end"))
                .extracting(Token::term, Token::step)
                .containsExactly(tuple("talk", 2), tuple("end", 3));
    }

    @Test
    void goesOnWhenItHasSeenMoreWordsThanItRemembers() throws IOException {
        String many = IntStream.range(0, 70_000).mapToObj(n -> "Walking" + n).collect(Collectors.joining(" "));
        assertThat(tokens(remembering, many + " walking")).isEqualTo(tokens(plain, many + " walking"));
    }

    private static Analyzer analyzer(Chain chain) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String fieldName) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, chain.of(words));
            }
        };
    }

    private static List<Token> tokens(Analyzer analyzer, String text) throws IOException {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(
                        term.toString(), step.getPositionIncrement(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
            return tokens;
        }
    }
}
