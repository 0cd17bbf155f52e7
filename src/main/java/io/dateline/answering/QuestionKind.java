package io.dateline.answering;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a question asks for, as its first words show it. The order matters: the first that fits is taken. */
enum QuestionKind {
    SUMMARY(
            "(?:please |can you |could you )*(?:summari[sz]e|sum up|give (?:me )?(?:a |the )?(?:short |brief )?(?:summary|overview)|tl;?dr)\\b.*"),
    TIME(
            "(?:(?:since|until|till|by) )?when\\b.*|(?:(?:on|in|since|during) )?(?:what|which) (?:day|date|year|month|week|weekday|time)\\b.*"),
    AMOUNT("how much\\b.*|(?:at |for )?(?:what|which) (?:price|cost|amount|sum|value|worth)\\b.*"),
    NUMBER(
            "how (?:many|long|old|far|tall|high|big|large|often|fast|deep|wide)\\b.*|(?:what|which) (?:number|percentage|percent|share|age|score)\\b.*"),
    PLACE(
            "(?:from |to )?where\\b.*|(?:in |at |to |from )?(?:what|which) (?:city|country|town|place|state|region|continent|venue|capital)\\b.*"),
    PERSON(
            "(?:(?:to|with|by|from|for|about|against) )?(?:who|whom|whose)\\b.*"
                    + "|(?:what|which) (?:person|man|woman|president|leader|minister|actor|actress|singer|player|author|politician|name)\\b.*"),
    REASON("why\\b.*|(?:for )?what reason\\b.*|how come\\b.*"),
    MANNER("how\\b.*"),
    YES_NO("(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might)\\b.*"),
    THING(
            "(?:(?:in|on|at|to|from|for|of|with|by|about|into|under) )?(?:what|which)\\b.*|(?:name|list|tell|give|show|describe|explain)\\b.*"),
    /** Words without the form of a question: what do the articles say about them? */
    TOPIC(".*");

    private final Pattern form;

    QuestionKind(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
    }

    static QuestionKind of(String question) {
        String plain = question.strip().toLowerCase(Locale.ROOT).replaceFirst("^(?:and|but|so|ok|okay|well)[, ]+", "");
        for (QuestionKind kind : values()) {
            if (kind.form.matcher(plain).matches()) {
                return kind;
            }
        }
        return TOPIC;
    }
}
