package io.dateline.answering;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a question asks for, as its first words show it, or else those of its last sentence, or else the last question word in that: "Kim
 * wore a dress. Who made it?", "According to Belta, where did they meet?", "They met in which city?". The order matters: the first
 * that fits is taken.
 */
enum QuestionKind {
    SUMMARY(
            "(?:please |can you |could you )*(?:summari[sz]e|sum up|give (?:me )?(?:a |the )?(?:short |brief )?(?:summary|overview)|tl;?dr)\\b.*"),
    TIME(
            "(?:(?:since|until|till|by) )?when\\b.*|(?:(?:on|in|since|during) )?(?:what|which) (?:day|date|year|month|week|weekday|time)\\b.*"),
    AMOUNT("how much\\b.*|(?:at |for )?(?:what|which) (?:price|cost|amount|sum|value|worth)\\b.*"),
    NUMBER(
            "how (?:many|long|old|far|tall|high|big|large|often|fast|deep|wide|strong|heavy|hot|cold)\\b.*|(?:what|which) (?:number|percentage|percent|share|age|score)\\b.*"),
    PLACE(
            "(?:from |to )?where\\b.*|(?:in |at |to |from )?(?:what|which) (?:city|country|town|place|state|region|continent|venue|capital)\\b.*"),
    PERSON(
            "(?:(?:to|with|by|from|for|about|against) )?(?:who|whom|whose)\\b.*"
                    + "|(?:what|which) (?:person|man|woman|president|leader|minister|actor|actress|singer|player|author|politician|name)\\b.*"),
    REASON("why\\b.*|(?:for )?what reason\\b.*|how come\\b.*"),
    MANNER("how\\b.*"),
    YES_NO(
            "(?:(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might)(?:n['’]t)?|(?:ca|wo)n['’]t)\\b.*"),
    THING(
            "(?:(?:in|on|at|to|from|for|of|with|by|about|into|under) )?(?:what|which)\\b.*|(?:name|list|tell|give|show|describe|explain)\\b.*"),
    /** Words without the form of a question: what do the articles say about them? */
    TOPIC(".*");

    /** "The minimum age has been raised to:" */
    private static final Pattern TO_BE_COMPLETED = Pattern.compile("(?:\\S+\\s+){3,}\\S+\\s?:", Pattern.DOTALL);

    /** Everything before the last sentence. */
    private static final Pattern LAST_SENTENCE = Pattern.compile("^.*[.!?…][”\"’)]*\\s+(?=\\S)", Pattern.DOTALL);

    /** "When she died, she left four dogs." */
    private static final Pattern WHEN_CLAUSE =
            Pattern.compile("when\\b[^?,]*,[^?]*\\p{L}{3}[.!…]\\s.*", Pattern.DOTALL);

    /** Everything before the last question word; behind another one, "when" asks only at the very end: "did what when he left?" */
    private static final Pattern LAST_QUESTION_WORD = Pattern.compile(
            "^.*(?<![\\p{L}\\p{N}])(?=(?:how(?! to\\b)|who|whom|whose|what|which|where|why|when(?=\\W*$))\\b)",
            Pattern.DOTALL);

    private static final Pattern WHEN = Pattern.compile("^.*(?<![\\p{L}\\p{N}])(?=when\\b)", Pattern.DOTALL);

    private final Pattern form;

    QuestionKind(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
    }

    static QuestionKind of(String question) {
        String plain = plain(question);
        QuestionKind byBeginning = fitting(plain);
        if (byBeginning != TOPIC && !WHEN_CLAUSE.matcher(plain).matches()) {
            return byBeginning;
        }
        if (TO_BE_COMPLETED.matcher(plain).matches()) {
            return THING;
        }
        if (!plain.endsWith("?")) {
            return TOPIC;
        }
        String last = plain(LAST_SENTENCE.matcher(plain).replaceFirst(""));
        QuestionKind byLast = fitting(last);
        if (byLast != TOPIC) {
            return byLast;
        }
        return Stream.of(LAST_QUESTION_WORD, WHEN)
                .map(word -> word.matcher(last))
                .filter(Matcher::find)
                .findFirst()
                .map(word -> fitting(last.substring(word.end())))
                .orElse(TOPIC);
    }

    private static String plain(String question) {
        return question.strip().toLowerCase(Locale.ROOT).replaceFirst("^(?:and|but|so|ok|okay|well)[, ]+", "");
    }

    private static QuestionKind fitting(String plain) {
        for (QuestionKind kind : values()) {
            if (kind.form.matcher(plain).matches()) {
                return kind;
            }
        }
        return TOPIC;
    }
}
