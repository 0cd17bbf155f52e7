package io.dateline.answering;

import io.dateline.inference.Embeddings;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether what a language model states stands in the sentences it cites. Names, numbers, dates and quotations must all occur there,
 * dates and numbers by value; then words and meaning must lie near enough. Thread-safe.
 */
final class StatementCheck {

    private static final Logger log = LoggerFactory.getLogger(StatementCheck.class);

    private static final double WORDS = 0.5;
    private static final double MEANING = 0.5;

    /** Chosen on the development half of WiCE by {@code VerificationBenchmark}, which also prints what it is worth on the other. */
    static final double SUPPORTED_FROM = 0.6;

    private static final double UNRELATED = 0.5;
    private static final double PARAPHRASE = 0.9;

    private static final Pattern NAME_PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private final Embeddings embeddings;

    StatementCheck(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /**
     * @param statement one sentence or a part of one, without markers
     * @param cited what it cites; nothing is supported by nothing
     * @param known whatever else the model was shown, to tell ordinary words at the beginning of a sentence from names
     */
    boolean isSupported(String statement, List<Finding> cited, Set<String> known) {
        return !cited.isEmpty()
                && missing(statement, cited, known).isEmpty()
                && support(statement, cited) >= SUPPORTED_FROM;
    }

    /** The first name, number or date that the cited sentences lack. */
    static Optional<String> missing(String statement, List<Finding> cited, Set<String> known) {
        StatedDays days = StatedDays.of(statement, cited);
        if (days.missing().isPresent()) {
            return days.missing();
        }
        String rest = days.rest();
        Set<String> words = words(cited);
        for (Name name : Name.in(rest)) {
            boolean isOrdinary = name.start() == firstLetter(rest)
                    && name.text().indexOf(' ') < 0
                    && known.contains(name.text().toLowerCase(Locale.ROOT));
            if (!isOrdinary && !words.containsAll(parts(name.text()))) {
                return Optional.of(name.text());
            }
        }
        return StatedNumbers.missing(
                rest, cited.stream().map(f -> f.sentence().text()).toList());
    }

    /** 0 to 1: how many of the statement's words the cited sentences have, and how near they are in meaning. */
    double support(String statement, List<Finding> cited) {
        String said = cited.stream().map(f -> f.sentence().text()).collect(Collectors.joining(" "));
        List<Term> stated = Term.of(statement);
        List<Term> there = Term.of(said);
        double covered = stated.stream()
                .filter(term -> there.stream().anyMatch(term::resembles))
                .count();
        double words = stated.isEmpty() ? 0 : covered / stated.size();
        try {
            List<float[]> vectors = embeddings.ofPassages(List.of(statement, said));
            return WORDS * words + MEANING * likeness(vectors.get(0), vectors.get(1));
        } catch (RuntimeException e) {
            log.debug("The embedding model fails, words alone decide", e);
            return words;
        }
    }

    /** 0 for unrelated sentences to 1 for paraphrases; the vectors have unit length. */
    private static double likeness(float[] a, float[] b) {
        double cosine = 0;
        for (int i = 0; i < a.length; i++) {
            cosine += a[i] * b[i];
        }
        return Math.clamp((cosine - UNRELATED) / (PARAPHRASE - UNRELATED), 0, 1);
    }

    private static int firstLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    private static Set<String> words(List<Finding> cited) {
        return cited.stream()
                .flatMap(finding -> parts(finding.sentence().text()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> parts(String text) {
        return NAME_PART
                .matcher(text)
                .results()
                .map(part -> Term.fold(part.group()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
