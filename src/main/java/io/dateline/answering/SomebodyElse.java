package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what somebody did from what another one is asked about: "why did Ann Lee resign?" is not answered by "Ann Lee followed John Roe,
 * who resigned after a scandal", nor "when did Ann Lee die?" by "John Roe died in 2021".
 */
final class SomebodyElse {

    private static final Pattern OPENING = Pattern.compile(",?\\s+who\\s+");

    private static final Pattern UNBROKEN = Pattern.compile("[\\p{L}\\s]+");

    private SomebodyElse() {}

    /**
     * Whether the answer is told of a name that is not asked about, and the sentence has the verb only there.
     *
     * @param sentence that the answer stands in
     */
    static boolean didIt(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        Deed deed = question.deed();
        if (deed == null) {
            return false;
        }
        String text = sentence.text();
        List<Term> done = Term.of(text).stream().filter(deed.what()::resembles).toList();
        if (done.size() != 1
                || answer.start() - sentence.start() < done.getFirst().end()) {
            return false;
        }
        return Name.in(text).stream()
                .filter(name -> Term.of(name.text()).stream().noneMatch(part -> part.isAmong(question.terms())))
                .anyMatch(name -> isSubject(name, text, done.getFirst(), deed.isOnesOwn()));
    }

    /** Whether nothing stands between but "who" and other function words: "Ann Lee, who had been fired", "Ann Lee had died". */
    private static boolean isSubject(Name name, String text, Term verb, boolean isOnesOwn) {
        if (name.end() >= verb.start()) {
            return false;
        }
        String between = text.substring(name.end(), verb.start());
        return Term.of(between).isEmpty()
                && (OPENING.matcher(between).lookingAt()
                        || (isOnesOwn && UNBROKEN.matcher(between).matches()));
    }
}
