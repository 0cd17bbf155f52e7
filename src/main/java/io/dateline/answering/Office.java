package io.dateline.answering;

import io.dateline.corpus.Sentence;
import io.dateline.retrieval.QuestionTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An office that one person holds at a time. Who is asked for now is the one whom the newest articles name: "who is the prime minister of
 * Sweden?" is not answered by who was, nor by a deputy.
 *
 * @param words of its name: "prime" and "minister"
 */
record Office(List<Term> words) {

    private static final String NAME =
            "(?:president|(?:prime |first |chief )?minister|premier|taoiseach|chancellor|king|queen|emperor|monarch"
                    + "|pope|leader|head|chief|chief executive|ceo|chair(?:man|woman|person)?|speaker|governor|mayor|(?:secretary|attorney|director)"
                    + "(?:[ -]general)?|secretary of state|commissioner|head coach|coach|manager|captain|owner|editor)";

    private static final Pattern ASKED_FOR = Pattern.compile(
            "^(?:and |so )?who(?:['’]s| is)(?: (?:now|currently))? (?:[^\\s,?]+ ){0,6}(?<office>" + NAME
                    + ")(?: (?:of|in|at|for|now|today|currently)\\b[^,?]*)?\\s*\\?*$",
            Pattern.CASE_INSENSITIVE);

    /** "The king who abdicated", "the next chancellor", "the first president": no matter of now. */
    private static final Pattern NOT_NOW = Pattern.compile(
            "\\b(?:that|whose|when|after|before|next|former|first (?!minister\\b)|last|old|oldest|youngest|likely)\\b"
                    + "|\\bwho\\b.*\\bwho\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Epithet EARLIER = Epithet.of(
            "(?:former|ex|then|outgoing|ousted|first(?= (?:president|prime minister|chancellor|king|pope)))");

    private static final Epithet DEPUTY = Epithet.of("(?:vice|deputy)");

    /** "Finnish Prime Minister " before a name. */
    private static final Pattern OF_A_COUNTRY =
            Pattern.compile("(?<country>[\\p{L}.]{2,})(?:['’]s?)? (?i:" + NAME + ") (?=\\p{Lu})");

    /** The office of a question that asks who holds one now. */
    static Optional<Office> askedForNow(String question) {
        Matcher asked = ASKED_FOR.matcher(question);
        boolean isNow = asked.find() && !NOT_NOW.matcher(question).find() && !QuestionTime.isNamedYear(question);
        return isNow ? Optional.of(new Office(Term.of(asked.group("office")))) : Optional.empty();
    }

    boolean isNamedIn(Sentence sentence) {
        List<Term> named = Term.of(sentence.text());
        return words.stream().allMatch(term -> term.isAmong(named));
    }

    /** Whether the sentence calls who answers a former holder, or another country's, or a deputy where no deputy is asked for. */
    static boolean isAnothers(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        if (question.office() == null) {
            return false;
        }
        String before = sentence.text().substring(0, answer.start() - sentence.start());
        String behind = sentence.text().substring(answer.end() - sentence.start());
        boolean isDeputyAskedFor = DEPUTY.within().matcher(question.text()).find();
        boolean isOfAnotherCountry = OF_A_COUNTRY
                .matcher(before + answer.text())
                .results()
                .anyMatch(found -> found.end() >= before.length()
                        && Countries.isAnothers(found.group("country"), question.text()));
        return isOfAnotherCountry
                || EARLIER.isOf(before, answer.text(), behind)
                || (!isDeputyAskedFor && DEPUTY.isOf(before, answer.text(), behind));
    }

    /** Words that somebody is called by: "former British Prime Minister Ann Lee", "Ann Lee, the former Prime Minister". */
    private record Epithet(Pattern before, Pattern within, Pattern behind) {

        static Epithet of(String word) {
            return new Epithet(
                    pattern("\\b" + word + "[ -](?:[\\p{L}.'’]+[ -]){0,5}$"),
                    pattern("\\b" + word + "\\b"),
                    pattern("^, (?:the |a |an )?" + word + "\\b"));
        }

        private static Pattern pattern(String regex) {
            return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        }

        boolean isOf(String textBefore, String name, String textBehind) {
            return before.matcher(textBefore).find()
                    || within.matcher(name).find()
                    || behind.matcher(textBehind).find();
        }
    }
}
