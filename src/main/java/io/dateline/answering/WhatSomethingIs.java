package io.dateline.answering;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that say what something is: "Title 42 is a public health law", "FTX, the crypto exchange, failed", "a policy called Title 42
 * lets them". A reader that was trained on other questions takes a few words of them, or none.
 */
final class WhatSomethingIs {

    private static final Pattern ASKED = Pattern.compile(
            "\\s*(?:and |but |so )?what(?:['’]s|\\s+is|\\s+are|\\s+was)\\s+(?:(an?|the)\\s+)?([^?]+?)[\\s?.!]*",
            Pattern.CASE_INSENSITIVE);

    private static final int ARTICLE = 1;
    private static final int WORDS = 2;

    private static final Pattern REPORTS =
            Pattern.compile("\\b(?:said|says|told|tells|according|wrote|writes|announced)\\b");

    private final Pattern definition;
    private final Pattern apposition;
    private final Pattern naming;

    private WhatSomethingIs(String words) {
        String name = "(?i:" + Pattern.quote(words) + ")(?: \\([^()]{1,60}\\))?";
        definition = Pattern.compile(
                "(?:(?:The|An?) )?" + name + "(?:, [^,]{3,80},)? (?:is|was|are|were|refers to) (?:an?|the|one of) .*",
                Pattern.DOTALL);
        naming = Pattern.compile(
                "\\b(?i:the|an?) (?:\\d{4} )?\\p{Ll}[^,.;:“”\"]{2,80},? (?:(?:also|better) )?(?:known as|called) (?:the )?[“\"‘']?"
                        + name + "(?=[”\"’']?(?:[,.;:]|\\s+(?:that|which|to|is|was|in|and|for)\\b|$))");
        apposition = Pattern.compile("(?<!\\p{L})" + name + ", (?:an?|the) (\\p{Ll}[^,.;:“”\"]{8,110})[,.]");
    }

    /** Nothing where the question asks for something else: "what is the death toll?", "what is her name?". */
    static Optional<WhatSomethingIs> askedBy(QuestionAnalysis question) {
        Matcher asked = ASKED.matcher(question.text());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String words = asked.group(WORDS);
        boolean isKind = !"the".equalsIgnoreCase(asked.group(ARTICLE)) && Term.mayNameOne(words);
        return question.isName(words) || isKind ? Optional.of(new WhatSomethingIs(words)) : Optional.empty();
    }

    /** Whether the sentence is there to say it, in the article's own words. */
    boolean isDefinedBy(String sentence) {
        return definition.matcher(sentence).matches()
                && !REPORTS.matcher(sentence).find();
    }

    /** Whether the sentence says it in passing. */
    boolean isExplainedIn(String sentence) {
        if (naming.matcher(sentence).find()) {
            return true;
        }
        Matcher matcher = apposition.matcher(sentence);
        return matcher.find() && !REPORTS.matcher(matcher.group(1)).find();
    }
}
