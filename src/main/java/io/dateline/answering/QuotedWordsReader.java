package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a question quotes words, a sentence that holds them letter for letter answers before all others. */
final class QuotedWordsReader implements AnswerReader {

    /** Words that carry meaning: "too many" may stand anywhere, and so may one. */
    private static final int FEWEST = 2;

    private static final Pattern QUOTED = Pattern.compile("[“\"„«](\\S+\\s[^“”\"„«»]+)[”\"“»]");

    /** The sentence is the place that is asked for. */
    private static final Pattern WHERE_IT_STANDS = Pattern.compile(
            "where (?:does|do|did|is|are) (?:it|this|that|they|these|the (?:article|words?|text|report))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Who is asked for has said or written the words, as another question does not tell of those in a title or of a "rat czar". */
    private static final Pattern WHO_SAID = Pattern.compile(
            "\\b(?:sa(?:y|ys|id)|t(?:ells?|old)|call(?:s|ed)?|describ(?:es?|ed)|refer(?:s|red)? to|wr(?:ites?|ote)|tweet(?:s|ed)?|quoted?|warn(?:s|ed)?"
                    + "|accus(?:es?|ed)|claim(?:s|ed)?|stat(?:es?|ed)|declar(?:es?|ed)|argu(?:es?|ed)|spoke|coined)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The words themselves stand there; who speaks may still be unclear. */
    private static final double CONFIDENCE = 0.7;

    private final AnswerReader reader;

    QuotedWordsReader(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Reading reading = reader.read(question, evidence);
        Matcher quoted = QUOTED.matcher(question.text());
        if (!quoted.find() || Term.of(quoted.group(1)).size() < FEWEST) {
            return reading;
        }
        String words = plain(quoted.group(1));
        List<Finding> holding = new ArrayList<>();
        for (Evidence passage : evidence) {
            for (Sentence sentence : passage.sentences()) {
                if (plain(sentence.text()).contains(words)) {
                    holding.add(finding(question, passage, sentence, reading));
                }
            }
        }
        if (holding.isEmpty()) {
            return reading;
        }
        // What the reader found in such a sentence comes first, and in its order.
        List<Finding> read = reading.findings();
        holding.sort(Comparator.comparingInt(finding -> read.contains(finding) ? read.indexOf(finding) : read.size()));
        read.stream()
                .filter(finding -> holding.stream().noneMatch(h -> h.sentence().equals(finding.sentence())))
                .forEach(holding::add);
        return new Reading(holding, holding.getFirst().score());
    }

    /** Who speaks there, if that is asked for; else what the reader found there, or the sentence, which is all where its place is asked for. */
    private static Finding finding(QuestionAnalysis question, Evidence passage, Sentence sentence, Reading reading) {
        if (question.kind() == QuestionKind.PERSON
                && WHO_SAID.matcher(question.text()).find()) {
            return new Finding(passage, sentence, speaker(sentence), CONFIDENCE);
        }
        if (WHERE_IT_STANDS.matcher(question.text()).matches()) {
            return new Finding(passage, sentence, null, CONFIDENCE);
        }
        return reading.findings().stream()
                .filter(finding ->
                        finding.evidence().equals(passage) && finding.sentence().equals(sentence))
                .findFirst()
                .orElseGet(() -> new Finding(passage, sentence, null, CONFIDENCE));
    }

    private static @Nullable Sentence speaker(Sentence sentence) {
        return Attribution.in(sentence.text())
                .map(who -> {
                    int start = sentence.start() + sentence.text().indexOf(who);
                    return new Sentence(start, start + who.length(), who);
                })
                .orElse(null);
    }

    private static String plain(String text) {
        return Term.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
