package io.dateline.answering;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a question asks about somebody's words: "What did Xi say?" wants a statement of Xi's. A sentence in which another one speaks
 * would put words into a mouth.
 *
 * @param speaker the last word of who is asked about: "Jinping" in "what did Xi Jinping say"
 * @param topic what the words were about: "ukrain" in "what did Xi say about Ukraine"; empty if the question names nothing
 */
record Speech(Term speaker, List<Term> topic) {

    private static final Pattern ASKED = Pattern.compile(
            "\\s*(?:and |but |so )?what (?:did|does|has|have|do) (.{2,80}?) (?:say|said|tell|told|state|stated|announced?|claim|claimed|think)\\b(?: (?:about|on|of|regarding) (.*))?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SAYING = Pattern.compile(
            "(?<!\\bto )\\b(?:sa(?:y|ys|id)|t(?:ells?|old)|add(?:s|ed)?|stat(?:es?|ed)|announc(?:es?|ed)|claim(?:s|ed)?|warn(?:s|ed)?|argu(?:es?|ed)"
                    + "|call(?:s|ed)?(?= (?:it|this|that|them|him|her|for|on)\\b)"
                    + "|th(?:inks?|ought)|den(?:y|ies|ied)|accus(?:es?|ed)|writes?|wrote|describ(?:es?|ed)|declar(?:es?|ed)"
                    + "|express(?:es|ed)?|promis(?:es?|ed)|insist(?:s|ed)?|believ(?:es?|ed)|explain(?:s|ed)?|comment(?:s|ed)?|demand(?:s|ed)?"
                    + "|urg(?:es?|ed)|welcom(?:es?|ed)|prais(?:es?|ed)|critici[sz](?:es?|ed)|condemn(?:s|ed)?|tweet(?:s|ed)?|admit(?:s|ted)?"
                    + "|acknowledg(?:es?|ed)|voic(?:es?|ed)|reaffirm(?:s|ed)?|reiterat(?:es?|ed)|stress(?:es|ed)?|emphasi[sz](?:es?|ed)"
                    + "|underscor(?:es?|ed)|highlight(?:s|ed)?|pledg(?:es?|ed)|vow(?:s|ed)?|not(?:es|ed)|predict(?:s|ed)?|testif(?:ies|ied)"
                    + "|according to)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PRONOUN =
            Pattern.compile("\\b(?:he|she|they)\\b[^,.]{0,20}$", Pattern.CASE_INSENSITIVE);

    /** “We met Xi,” said Lee: Lee speaks, whoever stands in the quotation. */
    private static final Pattern QUOTED = Pattern.compile("[”\"]\\s*$");

    /** "William was cross about what Harry has said": Harry says nothing here. */
    private static final Pattern RETOLD = Pattern.compile("\\bwhat\\b[^,.“”\"]{0,40}$", Pattern.CASE_INSENSITIVE);

    /** Behind a name: "Biden administration officials said", "Trump's lawyers argued". */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:['’]s?)? (?:administration|aides?|officials?|campaign|allies|lawyers?|attorneys?|team|supporters|critics|opponents|spokes\\w+)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Characters that may stand between who speaks and the verb: "Xi, who met him in Beijing on Wednesday, said". */
    private static final int BEFORE = 80;

    private static final int AFTER = 40;

    /** Room for "Biden, Jr. also" between a speaker's name and the verb. */
    private static final int JUST_BEFORE = 25;

    /** Empty where the question does not ask what somebody said. */
    static Optional<Speech> askedFor(QuestionAnalysis question) {
        Matcher matcher = ASKED.matcher(question.text());
        return matcher.matches()
                ? Term.of(matcher.group(1)).reversed().stream()
                        .findFirst()
                        .map(speaker -> new Speech(speaker, topic(matcher.group(2))))
                : Optional.empty();
    }

    private static List<Term> topic(@Nullable String words) {
        return words == null ? List.of() : Term.of(words);
    }

    /**
     * Whether who is asked about is named as the speaker of the sentence, and the topic stands in it, at least in part where the headline has
     * the rest.
     */
    boolean isStatementOnTopic(String sentence, String headline) {
        if (topic.isEmpty() || !touchesTopic(sentence)) {
            return false;
        }
        List<Term> words = Term.of(headline + "\n" + sentence);
        if (!topic.stream().allMatch(term -> term.isAmong(words))) {
            return false;
        }
        Matcher saying = SAYING.matcher(sentence);
        while (saying.find()) {
            String before = sentence.substring(Math.max(0, saying.start() - JUST_BEFORE), saying.start());
            if (isNamedIn(before) && !RETOLD.matcher(before).find()) {
                return true;
            }
        }
        return false;
    }

    /** How many words of the topic stand in the sentence. */
    long onTopic(String sentence) {
        List<Term> words = Term.of(sentence);
        return topic.stream().filter(term -> term.isAmong(words)).count();
    }

    /** Whether the text has any word of the topic; true where the question names none. */
    boolean touchesTopic(String text) {
        return topic.isEmpty() || onTopic(text) > 0;
    }

    /** Whether who is asked about, or a pronoun that may mean them, says something in the sentence. */
    boolean isIn(String sentence) {
        Matcher saying = SAYING.matcher(sentence);
        while (saying.find()) {
            String before = sentence.substring(Math.max(0, saying.start() - BEFORE), saying.start());
            String after = sentence.substring(saying.end(), Math.min(sentence.length(), saying.end() + AFTER));
            if (QUOTED.matcher(before).find()) {
                before = "";
            }
            boolean retold = RETOLD.matcher(before).find();
            if (!retold
                    && (isNamedIn(before)
                            || isNamedIn(after)
                            || PRONOUN.matcher(before).find())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedIn(String words) {
        return Term.of(words).stream()
                .anyMatch(word -> speaker.resembles(word)
                        && !OTHERS.matcher(words.substring(word.end())).lookingAt());
    }
}
