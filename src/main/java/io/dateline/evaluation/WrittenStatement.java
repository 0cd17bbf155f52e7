package io.dateline.evaluation;

import io.dateline.answering.Citation;
import io.dateline.answering.Citation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement of a language model as a person saw it: what stands before a marker.
 *
 * @param isSupported whether it was shown as supported
 * @param quotes the sentences it cites
 */
record WrittenStatement(String text, boolean isSupported, List<String> quotes) {

    private static final Pattern MARKERS = Pattern.compile("(?:\\s*(?<!\\\\)\\[(?:\\d+|\\?)])+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=\\p{Punct})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.,]\\p{N}+)*");

    WrittenStatement {
        quotes = List.copyOf(quotes);
    }

    /** @param citations by the number of their markers in the text */
    static List<WrittenStatement> in(String text, Map<Integer, Citation> citations) {
        List<WrittenStatement> statements = new ArrayList<>();
        Matcher markers = MARKERS.matcher(text);
        int start = 0;
        while (markers.find()) {
            String said = ESCAPE.matcher(text.substring(start, markers.start()))
                    .replaceAll("")
                    .strip();
            start = markers.end();
            if (WORD.matcher(said).find()) {
                List<Citation> cited = NUMBER.matcher(markers.group())
                        .results()
                        .map(number -> citations.get(Integer.parseInt(number.group())))
                        .filter(Objects::nonNull)
                        .toList();
                boolean isSupported = !cited.isEmpty()
                        && cited.stream().allMatch(citation -> citation.verdict() == Verdict.SUPPORTED);
                statements.add(new WrittenStatement(
                        said, isSupported, cited.stream().map(Citation::quote).toList()));
            }
        }
        return statements;
    }

    /**
     * The words with a capital or a digit that no cited sentence has, letter for letter. It knows nothing of how statements are
     * checked, so that it can find what the check lets through; a day or number in other words is among them and is for a person to
     * read. The first word is left out, since it has its capital anyway, unless it has a digit.
     */
    List<String> lacking() {
        List<String> there = quotes.stream()
                .flatMap(quote -> WORD.matcher(quote).results())
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return WORD.matcher(text)
                .results()
                .filter(word -> word.start() > 0 || hasDigit(word.group()))
                .map(MatchResult::group)
                .filter(word -> hasDigit(word) || Character.isUpperCase(word.codePointAt(0)))
                .filter(word -> !there.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toList());
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
