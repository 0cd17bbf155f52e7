package io.dateline.answering;

import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Picks the sentences that stand for an article: those whose words the whole article keeps coming back to, with a lead for the
 * first one, and none that repeats another. Scores are SumBasic's mean word probability (Nenkova and Vanderwende, "The Impact of
 * Frequency on Summarization", 2005). SumBasic squares the probability of words already said; in one short article that leaves
 * only asides, so here it is halved.
 */
final class Summariser {

    /** News tells the most important thing first. */
    private static final double LEAD = 1.5;

    private static final int SHORTEST = 5;

    /** Where news has told what it is about. */
    private static final int OPENING = 5;

    private static final Pattern STATEMENT = Pattern.compile(".*[.!][”\"’')]*", Pattern.DOTALL);

    /** "More: who will follow him?", "Hide Caption 18 of 44 Photos: a vigil": a link or a picture's words, as sites put them into a text. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?:more|related|watch|read|see|live|photos?|videos?|updates?)\\b[^.]{0,30}:.*|(?:hide|show) caption\\b.*|video ad feedback\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** "Editor's note: …", "This story is no longer being updated": what a newsroom says about the text, not about its subject. */
    private static final Pattern NOTE = Pattern.compile(
            "\\(?(?:editor['’]?s['’]? note\\b|check back\\b|follow (?:us|along)\\b"
                    + "|(?:this (?:version of (?:this|the) )?(?:story|article|page|post)|our live (?:coverage|blog))\\b.{0,30}?"
                    + "\\b(?:updated?|ended|recaps|reflects|summary|published|produced|supported|part of)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final SentenceSplitter splitter;

    Summariser(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /**
     * The sentences in the order of the article; short ones, questions, asides and notes only where there is nothing else.
     *
     * @param wanted how many, at least 1; fewer come back when the article has fewer
     */
    List<Sentence> summarise(Article article, int wanted) {
        List<Sentence> rest = new ArrayList<>(statements(article));
        Map<String, Double> probability = probabilities(article.title() + "\n" + article.body());
        List<Sentence> chosen = new ArrayList<>();
        Sentence lead = rest.isEmpty() ? null : rest.getFirst();
        while (chosen.size() < wanted && !rest.isEmpty()) {
            Sentence best = rest.stream()
                    .max(Comparator.comparingDouble(s -> score(s, probability) * (s.equals(lead) ? LEAD : 1)))
                    .orElseThrow();
            rest.remove(best);
            chosen.add(best);
            Term.stems(best.text()).forEach(stem -> probability.computeIfPresent(stem, (word, p) -> p / 2));
        }
        chosen.sort(Comparator.comparingInt(Sentence::start));
        return chosen;
    }

    /** Of the sentences an article opens with the first that has most words of the subject; empty for an article without any. */
    Optional<Sentence> opening(Article article, List<Term> subject) {
        return statements(article).stream()
                .limit(OPENING)
                .max(Comparator.comparingDouble((Sentence s) -> share(subject, s))
                        .thenComparing(Sentence::start, Comparator.reverseOrder()));
    }

    private List<Sentence> statements(Article article) {
        List<Sentence> all = splitter.split(article.body());
        List<Sentence> statements = all.stream()
                .filter(s -> Term.of(s.text()).size() >= SHORTEST)
                .filter(s -> STATEMENT.matcher(s.text()).matches()
                        && !ASIDE.matcher(s.text()).matches()
                        && !NOTE.matcher(s.text()).matches())
                .toList();
        return statements.isEmpty() ? all : statements;
    }

    private static Map<String, Double> probabilities(String text) {
        List<Term> terms = Term.of(text);
        Map<String, Double> probability = new HashMap<>();
        terms.forEach(t -> probability.merge(t.stem(), 1.0 / terms.size(), Double::sum));
        return probability;
    }

    private static double score(Sentence sentence, Map<String, Double> probability) {
        return Term.stems(sentence.text()).stream()
                .mapToDouble(stem -> probability.getOrDefault(stem, 0.0))
                .average()
                .orElse(0);
    }

    private static double share(List<Term> subject, Sentence sentence) {
        List<Term> words = Term.of(sentence.text());
        return subject.stream()
                .mapToInt(term -> term.isAmong(words) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
