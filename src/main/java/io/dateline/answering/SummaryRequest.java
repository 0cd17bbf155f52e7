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
 * @param subject what the article is about, as terms; empty when the article itself is meant, as in "summarise it"
 * @param latest whether the newest article about the subject is meant, as in "what is the latest on Haiti"
 */
record SummaryRequest(int sentences, String subject, boolean latest) {

    private static final int USUAL = 3;
    private static final int MOST = 10;

    private static final List<String> NUMERALS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Pattern LENGTH = Pattern.compile(
            "\\b(?:in|with|using)? ?(\\d{1,3}|" + String.join("|", NUMERALS)
                    + "|a|single) (?:short )?(?:sentences?|lines?|points?|bullets?|bullet points)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WISH = Pattern.compile(
            "^(?:please |can you |could you )*(?:summari[sz]e|sum up|(?:give|show) (?:me )?(?:a |the )?(?:short |brief )?(?:summary|overview)(?: of| about| on)?|tl;?dr:?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LATEST = Pattern.compile(
            "^(?:(?:what(?:['’]s| is)|tell me|give me|show me|any) )?(?:the )?(?:latest|newest|recent|new|news|updates?)(?: (?:news|updates?|developments))?"
                    + " (?:on|about|from|in|with|regarding|of) ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_WHAT = Pattern.compile(
            "^what(?:['’]s| is) (?:this|it|that|the|this article|the article|the story|this story)(?: article| story| text)?(?: all)? about[ ?.!]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THE_ARTICLE = Pattern.compile(
            "\\b(?:for me|please|briefly|the|this|that|it|article|story|news|text|piece|report|about|of|on)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Nothing when the question is not a wish for a summary. */
    static Optional<SummaryRequest> of(String question) {
        if (ABOUT_WHAT.matcher(question.strip()).find()) {
            return Optional.of(new SummaryRequest(USUAL, "", false));
        }
        Matcher latest = LATEST.matcher(question.strip());
        boolean isLatest = latest.find();
        Matcher wish = WISH.matcher(question.strip());
        if (!isLatest && !wish.find()) {
            return Optional.empty();
        }
        String rest = question.strip().substring(isLatest ? latest.end() : wish.end());
        int sentences = USUAL;
        Matcher length = LENGTH.matcher(rest);
        if (length.find()) {
            sentences = Math.clamp(number(length.group(1).toLowerCase(Locale.ROOT)), 1, MOST);
            rest = length.replaceFirst(" ");
        }
        String subject = rest.strip();
        boolean namesOne =
                !Term.of(THE_ARTICLE.matcher(subject).replaceAll(" ")).isEmpty();
        return Optional.of(new SummaryRequest(sentences, namesOne ? subject : "", isLatest));
    }

    private static int number(String words) {
        if (Character.isDigit(words.charAt(0))) {
            return Integer.parseInt(words);
        }
        return Math.max(1, NUMERALS.indexOf(words) + 1);
    }
}
