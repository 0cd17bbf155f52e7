package io.dateline.channel.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes, as a language model might, the two numbered sentences of the prompt that share most words with the question, and behind
 * them a sentence that is not true, so that one can see how it is marked. It says of itself what it is.
 */
final class DemoScript implements Function<String, String> {

    private static final Pattern EVIDENCE = Pattern.compile("(?m)^\\[(\\d+)] \\([^)]*\\) (.+)$");
    private static final Pattern QUESTION = Pattern.compile("(?m)^Question: (.+)$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    @Override
    public String apply(String prompt) {
        Set<String> asked = QUESTION.matcher(prompt)
                .results()
                .flatMap(question -> words(question.group(1)).stream())
                .collect(Collectors.toSet());
        List<MatchResult> best = EVIDENCE.matcher(prompt)
                .results()
                .sorted(Comparator.comparingLong(line -> -shared(asked, line.group(2))))
                .limit(2)
                .toList();
        if (best.isEmpty() || shared(asked, best.getFirst().group(2)) == 0) {
            return "NOT IN THE ARCHIVE";
        }
        String quoted = best.stream()
                .map(line -> line.group(2).strip() + " [" + line.group(1) + "]")
                .collect(Collectors.joining(" "));
        return quoted + " This was written by the demo script on 1 April 1815 ["
                + best.getFirst().group(1) + "].";
    }

    private static long shared(Set<String> asked, String sentence) {
        return words(sentence).stream().filter(asked::contains).count();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
