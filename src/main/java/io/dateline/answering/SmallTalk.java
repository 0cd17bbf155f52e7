package io.dateline.answering;

import io.dateline.corpus.Article;
import io.dateline.index.ArticleIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replies to what is said to Dateline rather than asked of the articles: greetings, thanks, what it can do, what it holds. */
final class SmallTalk {

    private static final int HEADLINES = 10;

    private static final Pattern GREETING = Pattern.compile(
            "(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|moin|hallo|salut|hola)(?: (?:there|dateline|bot|everyone|again))*");
    private static final Pattern WELL_BEING = Pattern.compile(
            "(?:hi |hello |hey )?how (?:are you|is it going|are things|do you do)(?: (?:doing|today|there|dateline|bot))*");
    private static final Pattern THANKS = Pattern.compile(
            "(?:ok |okay |great |cool |perfect )?(?:thanks|thank you|thx|cheers|ta|much appreciated)(?: (?:a lot|so much|very much|you|dateline|bot|again))*|(?:great|cool|perfect|nice|good job|well done)");
    private static final Pattern FAREWELL =
            Pattern.compile("(?:bye|goodbye|good night|see you|see ya|ciao)(?: (?:later|then|dateline|bot))*");
    private static final Pattern ABILITIES = Pattern.compile(
            "(?:help|what can (?:you|i) (?:do|ask|answer)(?: you)?(?: here)?|what do you do|who are you|what are you|how do(?:es)? (?:you|this|it) work|what is (?:this|dateline)|how can you help(?: me)?)");
    private static final Pattern HOLDINGS = Pattern.compile(
            "(?:what(?:s| is| do you have)?|which articles are|what articles are|list(?: all)?|show(?: me)?)(?: (?:is|are|there|all|the|articles?|stories|news|contents?|of))* ?(?:in|of)? ?(?:the|your|this) (?:archive|collection|index|articles|database|corpus)(?: contain| hold| about)?"
                    + "|(?:what|which|how many) (?:articles|stories|news)(?: (?:do you have|are there|can i ask about|do you know|are in the archive|are indexed))+");

    private static final Pattern NEWS =
            Pattern.compile("(?:(?:what(?:s| is| are)|show me|tell me|give me|any) )?(?:the |todays |your )?"
                    + "(?:(?:latest|newest|recent|new|top) )?(?:news|headlines|latest|newest|new)(?: (?:articles|stories|today|now|please))*"
                    + "|whats (?:happening|going on|up)(?: (?:today|now))?");

    private final ArticleIndex index;

    SmallTalk(ArticleIndex index) {
        this.index = index;
    }

    /** The reply in Markdown, or nothing when the articles have to be asked. */
    Optional<String> reply(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        if (GREETING.matcher(plain).matches()) {
            return Optional.of("Hello. Ask me something about the articles in this archive: " + holdings() + ".");
        }
        if (WELL_BEING.matcher(plain).matches()) {
            return Optional.of("Ready to look things up. I can quote from " + holdings() + ".");
        }
        if (THANKS.matcher(plain).matches()) {
            return Optional.of("You are welcome.");
        }
        if (FAREWELL.matcher(plain).matches()) {
            return Optional.of("Goodbye. This conversation stays in the list if you need it again.");
        }
        if (ABILITIES.matcher(plain).matches()) {
            return Optional.of("I answer questions about " + holdings()
                    + " and quote the sentences the answer stands in. Ask who, what, when, where, why or how many; "
                    + "ask “summarise” and a headline for the main points; ask on with “and when was that?”. "
                    + "When the articles do not say, I say so.");
        }
        if (HOLDINGS.matcher(plain).matches()) {
            return Optional.of("The archive holds " + holdings() + ".\n\n" + headlines());
        }
        if (NEWS.matcher(plain).matches()) {
            return Optional.of("The newest of " + holdings() + ":\n\n" + headlines());
        }
        return Optional.empty();
    }

    private String holdings() {
        ArticleIndex.Size size = index.size();
        String count =
                size.articles() == 1 ? "1 article" : String.format(Locale.ENGLISH, "%,d articles", size.articles());
        if (size.oldest() == null || size.newest() == null) {
            return size.articles() == 0 ? count : count + " (undated)";
        }
        return count
                + (size.oldest().equals(size.newest())
                        ? " of " + Dates.day(size.newest())
                        : " from " + Dates.day(size.oldest()) + " to " + Dates.day(size.newest()));
    }

    private String headlines() {
        List<Article> newest = index.articles(0, HEADLINES);
        String list = newest.stream()
                .map(a -> "- " + Markdown.escape(a.title())
                        + (a.publishedAt() == null ? "" : " (" + Dates.day(a.publishedAt()) + ")"))
                .collect(Collectors.joining("\n"));
        int more = index.size().articles() - newest.size();
        return more > 0 ? list + "\n\nand " + String.format(Locale.ENGLISH, "%,d", more) + " more." : list;
    }
}
