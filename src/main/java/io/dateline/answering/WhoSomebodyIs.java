package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an article says of a person in passing: "Ann Lee, the mayor of Berlin, said", "Mayor Ann Lee said". Asked "who is Ann Lee?",
 * a reader that was trained on other questions looks for a name, and finds somebody else's.
 */
final class WhoSomebodyIs {

    private static final Pattern ASKED = Pattern.compile(
            "\\s*(?:and |but |so )?who(?:['’]s|\\s+is|\\s+was)\\s+([^?]+?)[\\s?.!]*", Pattern.CASE_INSENSITIVE);

    /** What people are known for in news, however they are qualified. */
    private static final String ROLE =
            "(?:president|premier|minister|chancellor|king|queen|princess|prince|duke|duchess|pope|cardinal|bishop|archbishop|patriarch|senator"
                    + "|governor|mayor|secretary|leader|chief|head|director|chair|chairman|chairwoman|chairperson|speaker|ceo|founder|cofounder|co-founder|executive"
                    + "|owner|manager|coach|captain|commander|general|admiral|colonel|ambassador|envoy|spokesman|spokeswoman|spokesperson|lawyer|attorney"
                    + "|prosecutor|judge|justice|sheriff|professor|economist|analyst|scientist|historian|doctor|activist|journalist|reporter|editor|author|writer"
                    + "|novelist|poet|actor|actress|singer|songwriter|rapper|musician|composer|conductor|artist|painter|designer|comedian|filmmaker|producer"
                    + "|model|star|superstar|player|quarterback|pitcher|striker|midfielder|goalkeeper|forward|golfer|boxer|driver|runner|swimmer|gymnast|champion"
                    + "|astronaut|chef|billionaire|businessman|businesswoman|entrepreneur|investor|politician|lawmaker|congressman|congresswoman|representative"
                    + "|candidate|nominee|dictator|oligarch|monarch|wife|husband|son|daughter|widow|brother|sister|mother|father|student|teacher|suspect|gunman|victim)";

    /** They say little without the state or the party. */
    private static final String ABBREVIATED = "(?:Rep|Sen|Gov)\\.";

    private static final Pattern HAS_ROLE =
            Pattern.compile("\\b" + ROLE + "s?\\b|\\b\\d{1,3}-year-old\\b|\\s" + ABBREVIATED, Pattern.CASE_INSENSITIVE);

    /** Says nothing without whose. */
    private static final Pattern KIN = Pattern.compile("wife|husband|son|daughter|widow|brother|sister|mother|father");

    private static final Pattern REPORTS =
            Pattern.compile("\\b(?:said|says|told|tells|added|wrote|writes|announced|tweeted|posted)\\b");

    /** Neither "whose" nor "arrested", nor the next name of a list. */
    private static final String OPENS =
            "(?=(?:the|an?|his|her|its|their|one|former)\\s|\\d|\\p{Lu}[\\p{L} ]{1,40}['’]s?\\s)";

    /** Up to the next mark; where it is longer, it tells more than who somebody is. */
    private static final String CLAUSE =
            "([^,.;:–—()“”\"]{3,110}?)(?=\\s*(?:[,.;–—()]|$)| who | and (?:said|was|is|has|had)\\b)";

    private static final String QUALIFIED =
            "(?<![\\p{L}-])((?!(?:Despite|Although|Unlike|Besides|Against)\\b)(?:(?:\\p{Lu}[\\p{L}’'-]*|former|then|acting|late|opposition|interim|veteran|longtime|deputy|foreign|prime|vice|far-right|far-left"
                    + "|pop|rock|rap|country|film|movie|tennis|basketball|football|soccer|baseball|tech|media)\\s){0,5}"
                    + "(?:(?i:" + ROLE + ")|(?<=\\s)" + ABBREVIATED
                    + ")(?: of (?:the )?\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*){0,3}?)?)";

    private static final int FIRST_GROUP = 1;

    private final String name;
    private final Pattern whole;
    private final List<Pattern> explanations;
    private final Pattern title;

    private WhoSomebodyIs(String name) {
        this.name = name;
        String family = Name.lastWord(name);
        // What follows a single word may belong to it: "Xi" in "Xi Jinping".
        String more = name.equals(family) ? "(?: \\p{Lu}[\\p{L}’'-]*)?" : "";
        String mention = "(?<!\\p{L})" + Pattern.quote(family) + more + "(?![\\p{L}’'])";
        whole = Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})");
        explanations = Stream.of(
                        "(?:(?:,| –| —)? who)? (?:is|was|has been|had been) " + OPENS,
                        "(?:(?:,| –| —)? who)? (?:became|serves as|served as) ",
                        "(?:,| –| —) " + OPENS)
                .map(between -> Pattern.compile(mention + between + CLAUSE))
                .toList();
        // Others of the family have other given names.
        String given = name.equals(family) ? "" : Pattern.quote(name.substring(0, name.indexOf(' ') + 1));
        title = Pattern.compile(QUALIFIED + " (?:" + given + "(?:\\p{Lu}[\\p{L}.’'-]*\\s){0,2}?)?" + mention);
    }

    /** Nothing where the question asks for something else: "who is the mayor?". One typed in small letters may be about somebody. */
    static Optional<WhoSomebodyIs> askedBy(QuestionAnalysis question) {
        Matcher asked = ASKED.matcher(question.text());
        if (!asked.matches()) {
            return Optional.empty();
        }
        String words = asked.group(FIRST_GROUP);
        boolean mayBeName = question.names().isEmpty() && Term.mayNameOne(words);
        return question.isName(words) || mayBeName
                ? Optional.of(new WhoSomebodyIs(capitalised(Term.withoutAccents(words))))
                : Optional.empty();
    }

    private static String capitalised(String words) {
        return Pattern.compile("(?<![\\p{L}’'])\\p{Ll}")
                .matcher(words)
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    /** Whether the text has the whole name, so that its last word alone means the same person. */
    boolean isNamedIn(String text) {
        return whole.matcher(Term.withoutAccents(text)).find();
    }

    /** The words that say who it is, where the sentence says so itself: "who is the mayor of Berlin", ", a teacher,". */
    Optional<Sentence> explainedIn(Sentence sentence) {
        return explanations.stream()
                .flatMap(form -> found(sentence, form).stream())
                .findFirst();
    }

    /** The office before the name: "Chinese President" in "Chinese President Xi Jinping". "Prince" of "Prince Harry" is the name itself. */
    Optional<Sentence> titledIn(Sentence sentence) {
        return found(sentence, title).filter(words -> !name.contains(Term.withoutAccents(words.text())));
    }

    private static Optional<Sentence> found(Sentence sentence, Pattern form) {
        Matcher matcher = form.matcher(Term.withoutAccents(sentence.text()));
        while (matcher.find()) {
            int from = matcher.start(FIRST_GROUP) + functionWords(matcher.group(FIRST_GROUP));
            String words = sentence.text().substring(from, matcher.end(FIRST_GROUP));
            if (HAS_ROLE.matcher(words).find()
                    && !KIN.matcher(words).matches()
                    && !REPORTS.matcher(words).find()) {
                return Optional.of(
                        new Sentence(sentence.start() + from, sentence.start() + matcher.end(FIRST_GROUP), words));
            }
        }
        return Optional.empty();
    }

    /** How many characters of "Despite Russian President" belong to the sentence only. */
    private static int functionWords(String words) {
        int space = words.indexOf(' ');
        boolean isCapitalised = Character.isUpperCase(words.charAt(0)) && !words.startsWith("The ");
        return space > 0 && isCapitalised && Term.isFunctionWord(words.substring(0, space)) ? space + 1 : 0;
    }
}
