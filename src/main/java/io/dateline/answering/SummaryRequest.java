package io.dateline.answering;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wish for a summary.
 *
 * @param sentences how many are wanted, 1 to 10
 * @param subject what the articles are about, in the words of the wish; empty when one article is meant that it does not name, as in
 *     "summarise it"
 */
record SummaryRequest(int sentences, String subject, Scope scope) {

    /** Of what a summary is wanted. */
    enum Scope {
        /** "The story about the harbour". */
        ARTICLE,
        /** "The news about Haiti", "what happened to the harbour": of several articles, as it went on. */
        NEWS,
        /** "What is the latest on Haiti": of several articles, the newest first. */
        LATEST
    }

    private static final int USUAL = 3;
    private static final int MOST = 10;

    private static final List<String> NUMERALS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Pattern LENGTH = Pattern.compile(
            "\\b(?:in|with|using)? ?(\\d{1,3}|" + String.join("|", NUMERALS)
                    + "|a|single) (?:short )?(?:sentences?|lines?|points?|bullets?|bullet points)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WISH = Pattern.compile(
            "^(?:please |can you |could you )*(?:summari[sz]e|sum up|(?:give|show) (?:me )?(?:a |the )?(?:short |brief )?(?:summary|overview)(?: of| about| on)?|tl;?dr:?"
                    + "|tell (?:me|us) (?:something |more |all )?about|what (?:do you know|can you tell (?:me|us)) about)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LATEST = Pattern.compile(
            "^what(?:['’]s| is) (?:happening|going on) (?:to|with|in|at|on|between) |^(?:(?:what(?:['’]s| is)|tell me|give me|show me|any) )?(?:the )?(?:latest|newest|recent|new|news|updates?)(?: (?:news|updates?|developments))?"
                    + " (?:on|about|from|in|with|regarding|of) ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HAPPENED = Pattern.compile(
            "^what(?: has| have)? happened (?:to|with|in|at|on|during|between) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEWS_ABOUT = Pattern.compile(
            "^(?:all )?(?:of )?(?:the )?(?:latest |recent )?(?:(?:news|coverage|reporting)(?: articles| stories| reports)?|articles|stories|reports|developments)"
                    + " (?:about|on|of|from|in|regarding) ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE_ABOUT = Pattern.compile(
            "^(?:the |this |that )?(?:news )?(?:article|story|piece|report) (?:about|on|of|from|in|regarding) ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_WHAT = Pattern.compile(
            "^what(?:['’]s| is) (?:this|it|that|the|this article|the article|the story|this story)(?: article| story| text)?(?: all)? about[ ?.!]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THE_ARTICLE = Pattern.compile(
            "\\b(?:for me|please|briefly|the|this|that|it|article|story|news|text|piece|report|about|of|on)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Nothing when the question is not a wish for a summary. */
    static Optional<SummaryRequest> of(String question) {
        String wish = question.strip();
        if (ABOUT_WHAT.matcher(wish).find()) {
            return Optional.of(new SummaryRequest(USUAL, "", Scope.ARTICLE));
        }
        return behind(LATEST, wish)
                .map(subject -> of(subject, Scope.LATEST))
                .or(() -> behind(HAPPENED, wish)
                        .map(subject -> of(subject, Scope.NEWS))
                        .filter(request -> !request.subject.isEmpty()))
                .or(() -> behind(WISH, wish).map(SummaryRequest::ofWhat));
    }

    private static SummaryRequest ofWhat(String what) {
        String plain = what.strip();
        return behind(ARTICLE_ABOUT, plain)
                .map(subject -> of(subject, Scope.ARTICLE))
                .or(() -> behind(NEWS_ABOUT, plain).map(subject -> of(subject, Scope.NEWS)))
                .orElseGet(() -> of(plain, Scope.NEWS));
    }

    private static SummaryRequest of(String words, Scope scope) {
        int sentences = USUAL;
        String rest = words;
        Matcher length = LENGTH.matcher(rest);
        if (length.find()) {
            sentences = Math.clamp(number(length.group(1).toLowerCase(Locale.ROOT)), 1, MOST);
            rest = length.replaceFirst(" ");
        }
        boolean namesOne = !Term.of(THE_ARTICLE.matcher(rest).replaceAll(" ")).isEmpty();
        return namesOne
                ? new SummaryRequest(sentences, rest.strip(), scope)
                : new SummaryRequest(sentences, "", Scope.ARTICLE);
    }

    private static Optional<String> behind(Pattern beginning, String text) {
        Matcher matcher = beginning.matcher(text);
        return matcher.find() ? Optional.of(text.substring(matcher.end())) : Optional.empty();
    }

    /**
     * The passages that have all words of the subject, in the order given. An article is known by fewer of its words: where there is no such
     * passage and one article is meant, the first that has any.
     */
    List<Evidence> about(List<Evidence> evidence) {
        List<Term> words = Term.of(subject);
        List<Evidence> all = evidence.stream()
                .filter(e -> Mentions.in(List.of(e)).hasAll(words))
                .toList();
        return !all.isEmpty() || scope != Scope.ARTICLE
                ? all
                : evidence.stream()
                        .filter(e -> words.stream().anyMatch(Mentions.in(List.of(e))::has))
                        .limit(1)
                        .toList();
    }

    /** Whether a headline has all words of the subject. */
    boolean isTopicOf(String headline) {
        List<Term> words = Term.of(headline);
        return Term.of(subject).stream().allMatch(term -> term.isAmong(words));
    }

    private static int number(String words) {
        if (Character.isDigit(words.charAt(0))) {
            return Integer.parseInt(words);
        }
        return Math.max(1, NUMERALS.indexOf(words) + 1);
    }
}
