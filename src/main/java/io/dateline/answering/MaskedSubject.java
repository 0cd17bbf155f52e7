package io.dateline.answering;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The subject of a yes/no question, and the same question with "who" in its place: who tells that Sweden joined NATO gives "Sweden" as the
 * answer to "who did join NATO?". Things too are asked for with "who": the reader finds them, and less that is beside the point than
 * with "what".
 *
 * @param question that asks for the subject
 * @param subject words of its name
 */
record MaskedSubject(String question, List<Term> subject) {

    private static final Pattern BEFORE_SUBJECT = Pattern.compile(
            "\\s*(?:(?:and|but|so) )?(?:(?:is|was) it true that|(\\p{L}+?)(?:n['’]t)?)\\s+(?:the )?",
            Pattern.CASE_INSENSITIVE);

    /** Empty where no name stands behind the verb that the question begins with. */
    static Optional<MaskedSubject> of(QuestionAnalysis question) {
        String text = question.text();
        Matcher before = BEFORE_SUBJECT.matcher(text);
        if (!before.lookingAt()) {
            return Optional.empty();
        }
        String verb = before.group(1) == null ? "" : " " + Term.fold(before.group(1));
        return question.names().stream()
                .filter(name -> name.start() == before.end() && !isPossessive(text, name.end()))
                .findFirst()
                .map(name -> new MaskedSubject("Who" + verb + text.substring(name.end()), Term.of(name.text())));
    }

    /** "Did Ann Lee’s brother sign it?" is not about her. */
    private static boolean isPossessive(String text, int end) {
        return text.startsWith("'", end) || text.startsWith("’", end);
    }

    /** Whether the words name the subject, in full or in part. */
    boolean isNamedBy(String words) {
        List<Term> given = Term.of(words);
        return !given.isEmpty() && (areAmong(subject, given) || areAmong(given, subject));
    }

    private static boolean areAmong(List<Term> some, List<Term> all) {
        return some.stream().allMatch(term -> term.isAmong(all));
    }
}
