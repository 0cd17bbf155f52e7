package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a relative clause is about: "who welcomed it?" is answered in "China kept in touch with the government of Ann Lee, which welcomed
 * it" by what stands before the comma, and not by the subject of the sentence, which readers like to take.
 */
final class RelativeClause {

    private static final Pattern OPENING = Pattern.compile(",?\\s+(?:who|which|that)\\s+");

    /** What is spoken of, from its article on; else a name. */
    private static final Pattern PHRASE =
            Pattern.compile("\\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\\s+[\\p{L}\\p{M}\\p{N}’' -]{1,80}$");

    /** A government acts in the name of who leads it. */
    private static final Pattern GOVERNMENT = Pattern.compile(
            "[Tt]he (?:government|administration|cabinet) of (?:\\S+ )*?(?:President|Minister|Chancellor|Premier) (?=\\p{Lu}\\S* \\p{Lu})");

    private static final int ADVERB_AND_VERB = 2;

    private RelativeClause() {}

    /** What the clause with the verb is about whose subject the question asks for; empty where no such clause has the verb alone. */
    static Optional<Sentence> subject(QuestionAnalysis question, Sentence sentence) {
        List<Term> asked = ObjectOfVerb.verbAsked(question);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Term first = asked.getFirst();
        boolean isAdverb = question.text().substring(first.start(), first.end()).endsWith("ly");
        Term verb = isAdverb ? asked.getLast() : first;
        String text = sentence.text();
        boolean isOnce = Term.of(text).stream().filter(verb::resembles).count() == 1;
        Matcher opening = OPENING.matcher(text);
        while (isOnce && opening.find()) {
            boolean hasVerb = Term.of(text.substring(opening.end())).stream()
                    .limit(ADVERB_AND_VERB)
                    .anyMatch(verb::resembles);
            if (hasVerb) {
                return phrase(text.substring(0, opening.start()))
                        .map(phrase -> new Sentence(
                                sentence.start() + opening.start() - phrase.length(),
                                sentence.start() + opening.start(),
                                phrase));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> phrase(String before) {
        Matcher phrase = PHRASE.matcher(before);
        if (phrase.find()) {
            return Optional.of(GOVERNMENT.matcher(phrase.group()).replaceFirst(""));
        }
        return Name.in(before).stream()
                .filter(name -> name.end() == before.length())
                .map(Name::text)
                .findFirst();
    }
}
