package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.regex.Pattern;

/**
 * Tells who did something from whom it was done to: who asks "who was convicted?" is not answered by "she was indicted by a grand
 * jury", since those indicted her.
 */
final class PassiveVoice {

    /** Not "who was she married by?", which asks who did it. */
    private static final Pattern SUFFERER_ASKED = Pattern.compile(
            "\\s*(?:and |but |so )?who(?:m)?\\s+(?:(?:has|have|had)\\s+been|was|were|is|are)\\s+(?:\\p{L}+ly\\s+)?"
                    + "(?:\\p{L}+(?:ed|en)|shot|hurt|found|caught|held|hit|sent|told|sued|left|put)\\b(?!.*\\bby\\W*$).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BY = Pattern.compile("\\bby\\s+(?:(?:the|an?)\\s+)?$", Pattern.CASE_INSENSITIVE);

    /** "Followed by Ann Lee, who was elected in May". */
    private static final Pattern GOES_ON = Pattern.compile(",?\\s+who\\b");

    private PassiveVoice() {}

    /** Whether the answer is who did something in the sentence, where the question asks for somebody to whom something was done. */
    static boolean namesDoer(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        String before = sentence.text().substring(0, answer.start() - sentence.start());
        String after = sentence.text().substring(answer.end() - sentence.start());
        return SUFFERER_ASKED.matcher(question.text()).matches()
                && BY.matcher(before).find()
                && !GOES_ON.matcher(after).lookingAt();
    }
}
