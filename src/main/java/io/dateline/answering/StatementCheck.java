package io.dateline.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether what a language model states stands in the sentences it cites. Names, numbers, dates and quotations must all occur there,
 * dates and numbers by value, and most of its other words too. On WiCE the nearness of embeddings added nothing to that.
 */
final class StatementCheck {

    /**
     * Share of a statement's words. On the development half of WiCE 0.65 and 0.66 are best by F1 and by accuracy, by one claim of 349
     * before this, which two words of three are too few for; {@code VerificationBenchmark} prints what it is worth on the other half.
     */
    static final double SUPPORTED_FROM = 0.67;

    /** {@link Name} takes a word with such an ending for an ordinary one where a sentence begins; Beijing, Italy and Ahmed are not. */
    private static final Pattern DOUBTFUL_OPENING =
            Pattern.compile("(?:^|[.!?“\"‘:])\\s*(\\p{Lu}[\\p{L}\\p{M}]*(?:ly|ing|ed|ite))(?![\\p{L}\\p{M}])");

    /** Openings with such an ending that state nothing by themselves. */
    private static final Set<String> PLAIN_OPENINGS = Set.of(
            "additionally",
            "allegedly",
            "apparently",
            "approximately",
            "currently",
            "despite",
            "early",
            "eventually",
            "finally",
            "following",
            "formerly",
            "including",
            "initially",
            "meeting",
            "mostly",
            "nearly",
            "only",
            "originally",
            "previously",
            "quite",
            "recently",
            "reportedly",
            "roughly",
            "similarly",
            "speaking");

    private static final Pattern NAME_PART = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private StatementCheck() {}

    /**
     * @param statement one sentence or a part of one, without markers
     * @param cited what it cites; nothing is supported by nothing
     * @param known whatever else the model was shown, to tell ordinary words at the beginning of a sentence from names
     */
    static boolean isSupported(String statement, List<Finding> cited, Set<String> known) {
        String said = withoutPublishers(statement, cited);
        return !cited.isEmpty() && missing(said, cited, known).isEmpty() && support(said, cited) >= SUPPORTED_FROM;
    }

    /** "According to Belta" stands in no sentence of Belta's; it says whose report is cited, which the citation knows. */
    private static String withoutPublishers(String statement, List<Finding> cited) {
        String said = statement;
        for (Finding finding : cited) {
            String publisher = finding.evidence().publisher();
            if (publisher != null && !publisher.isBlank()) {
                said = Pattern.compile(
                                "\\b(?:according to|reported by) (?:the )?" + Pattern.quote(publisher)
                                        + "(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(said)
                        .replaceAll("");
            }
        }
        return said;
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
        Optional<String> opening = missingOpening(rest, words, known);
        if (opening.isPresent()) {
            return opening;
        }
        return StatedNumbers.missing(
                rest, cited.stream().map(f -> f.sentence().text()).toList());
    }

    private static Optional<String> missingOpening(String statement, Set<String> words, Set<String> known) {
        return DOUBTFUL_OPENING
                .matcher(statement)
                .results()
                .map(opening -> opening.group(1))
                .filter(word -> !PLAIN_OPENINGS.contains(word.toLowerCase(Locale.ROOT)))
                .filter(word -> !known.contains(word.toLowerCase(Locale.ROOT)))
                .filter(word -> !words.contains(Term.fold(word)))
                .findFirst();
    }

    /** 0 to 1: how many of the statement's words the cited sentences have. */
    static double support(String statement, List<Finding> cited) {
        List<Term> stated = Term.of(statement);
        List<Term> there = cited.stream()
                .flatMap(finding -> Term.of(finding.sentence().text()).stream())
                .toList();
        double covered = stated.stream().filter(term -> term.isAmong(there)).count();
        return stated.isEmpty() ? 0 : covered / stated.size();
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
