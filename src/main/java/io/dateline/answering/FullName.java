package io.dateline.answering;

import java.util.Comparator;
import java.util.List;

/**
 * A name as its article gives it in full: news names "Volodymyr Zelenskyy" once and "Zelenskyy" from then on, and who asks "who?" wants
 * the first.
 */
final class FullName {

    /** "President of the Republic of Cyprus Nikos Christodoulides" is more than a name. */
    private static final int MOST_WORDS = 4;

    private FullName() {}

    /**
     * The shortest longer name in the article that ends with the same word, if all such names end with it too ("President Volodymyr
     * Zelenskyy"), so that only one person can be meant; else the answer as it is. Only an answer of one capitalised word grows: more words
     * were chosen by the reader, and "Argentina" is whole already, whatever stands before it in a caption.
     */
    static String of(String answer, String article) {
        if (!answer.matches("\\p{Lu}[\\p{L}\\p{M}’'-]+") || Countries.isName(answer)) {
            return answer;
        }
        List<String> shortest = Name.in(article).stream()
                .map(Name::text)
                .filter(name -> name.endsWith(" " + answer) && name.split(" ").length <= MOST_WORDS)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (shortest.isEmpty()) {
            return answer;
        }
        String name = shortest.getFirst();
        return shortest.stream().allMatch(other -> other.endsWith(name)) ? name : answer;
    }
}
