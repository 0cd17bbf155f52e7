package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/** Tells one year from another: who won "in 2023" is not answered by a sentence that says who won "in 2022" and has no 2023. */
final class OtherYear {

    /** Perhaps with a month or a season. */
    private static final Pattern IN_YEAR = Pattern.compile(
            "\\b[Ii]n (?:(?:early|mid|late)[ -])?(?:\\p{Lu}\\p{Ll}+ )?(?<year>(?:19|20)\\d\\d)(?![\\p{N}-])");

    private OtherYear() {}

    /** Whether the sentence is about other years than the question. */
    static boolean isTold(QuestionAnalysis question, Sentence sentence) {
        List<String> asked = years(question.text());
        return !asked.isEmpty()
                && !years(sentence.text()).isEmpty()
                && asked.stream().noneMatch(sentence.text()::contains);
    }

    private static List<String> years(String text) {
        return IN_YEAR.matcher(text).results().map(found -> found.group("year")).toList();
    }
}
