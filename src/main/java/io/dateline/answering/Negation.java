package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.regex.Pattern;

/**
 * Tells who did not from who did: "Which country did not attend?" is not answered by "Mexico attended", which has all its words.
 */
final class Negation {

    /** The question word's own verb is denied, or all but the answer are named: "which of them was she not in?", "she was in all of them except". */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:who|which|what)\\b[^.?!]*?\\b(?:(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could)(?:n['’]t\\b|\\s+(?:\\p{L}+\\s+){0,2}not\\b)|won['’]t\\b|can['’]t\\b|never\\b)"
                    + "|\\bexcept(?: for)?\\W*$",
            Pattern.CASE_INSENSITIVE);

    /** Also what denies without saying not. */
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:not|cannot|never|no|none|nobody|nor|neither|without|except|excluding|only|instead|unlike|skip\\p{L}*|miss\\p{L}*|snub\\p{L}*|absent|boycott\\p{L}*"
                    + "|refus\\p{L}*|declin\\p{L}*|den(?:y|ied|ies)\\p{L}*|fail\\p{L}*|reject\\p{L}*|exclu\\p{L}*|omit\\p{L}*|withdr\\p{L}*|pull\\p{L}* out|ruled? out|left out)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);

    private Negation() {}

    /** Whether the question asks who or what did not, and the sentence denies nothing. */
    static boolean isMissing(QuestionAnalysis question, Sentence sentence) {
        return ASKED.matcher(question.text()).find()
                && !SAID.matcher(sentence.text()).find();
    }
}
