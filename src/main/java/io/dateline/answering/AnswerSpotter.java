package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Points at the words in a sentence that have the form the question asks for: a name for "who", a day for "when". It knows forms,
 * not meaning; where no form is asked for, it points at nothing.
 */
final class AnswerSpotter {

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";
    private static final String NUMERAL =
            "(?:\\d[\\d,.]*\\d|\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
                    + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
                    + "|dozens?|hundreds?|thousands?|half)(?:-\\w+)?)";
    private static final Pattern TIME = Pattern.compile("\\b(?:(?:" + MONTH + " \\d{1,2}(?:, \\d{4})?|\\d{1,2} " + MONTH
            + "(?:,? \\d{4})?|" + MONTH
            + " \\d{4})|(?:(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter|"
            + "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
            + "|yesterday|today|tomorrow|tonight|" + NUMERAL
            + " (?:days?|weeks?|months?|years?|decades?|hours?) ago|(?:a|an) (?:day|week|month|year|decade|hour) ago"
            + "|\\d{1,2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)|(?:1[5-9]|20)\\d{2}s?|" + MONTH + "))(?!\\w)");
    private static final Pattern NUMBER = Pattern.compile(
            "\\b" + NUMERAL
                    + "(?: (?:hundred|thousand|million|billion|trillion|percent|per cent)| ?%)?(?:[ -]\\p{Ll}[\\p{L}-]+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:US|A|C|HK|NZ)?[$€£¥₹] ?\\d[\\d,.]*(?: ?(?:million|billion|trillion|thousand|bn|mn|m|k)\\b)?" + "|\\b"
                    + NUMERAL
                    + "(?: (?:hundred|thousand|million|billion|trillion))? (?:dollars?|euros?|pounds?|yen|yuan|rubles?|roubles?|rupees?|francs?|cents?)\\b");
    private static final Pattern BEFORE_PLACE = Pattern.compile(
            "(?:^|\\s)(?:in|at|to|from|near|outside|inside|across|around|of)\\s+(?:the\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_PERSON = Pattern.compile(
            "(?:President|Minister|Secretary|Chancellor|Senator|Sen\\.|Rep\\.|Mr|Mrs|Ms|Dr|Gen|King|Queen|Prince|Pope|Judge|Governor|Gov|leader|counterpart|spokes\\w+|author|actor|singer|director)\\.?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_PERSON =
            Pattern.compile("^,? (?:said|says|told|added|called|denied|announced|warned|wrote|argued|who)\\b");

    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");
    private static final Pattern KIND_ASKED = Pattern.compile("\\b(?:kind|sort|type) of\\b", Pattern.CASE_INSENSITIVE);

    private AnswerSpotter() {}

    /** The likely answer, with offsets as the sentence has them. */
    static Optional<Sentence> spot(QuestionAnalysis question, Sentence sentence) {
        String text = sentence.text();
        Stream<Candidate> candidates = switch (question.kind()) {
            case TIME -> matches(TIME, text);
            case AMOUNT -> matches(AMOUNT, text);
            case NUMBER -> matches(NUMBER, text);
            case PERSON -> names(question, text, AnswerSpotter::personBonus);
            case PLACE -> names(question, text, AnswerSpotter::placeBonus).filter(c -> c.bonus > 0);
            case THING -> besideFocus(question, text);
            case SUMMARY, REASON, MANNER, YES_NO, TOPIC -> Stream.empty();
        };
        List<Term> asked = matched(question, text);
        return candidates
                .min(Comparator.comparingDouble((Candidate c) -> distance(c, asked, question) - c.bonus)
                        .thenComparingInt(Candidate::start))
                .map(c -> new Sentence(
                        sentence.start() + c.start, sentence.start() + c.end, text.substring(c.start, c.end)));
    }

    /** Whether the words end in an office, as "Prime Minister" does, and so name nobody. */
    static boolean isOffice(String words) {
        return BEFORE_PERSON.matcher(words).find();
    }

    /** Whether the sentence holds anything of the form that the question asks for; true where it asks for no form. */
    static boolean holdsForm(QuestionAnalysis question, String text) {
        return switch (question.kind()) {
            case TIME -> TIME.matcher(text).find();
            case AMOUNT -> AMOUNT.matcher(text).find();
            case NUMBER -> NUMBER.matcher(text).find();
            case PERSON -> names(question, text, (t, n) -> 0).findAny().isPresent();
            case PLACE -> names(question, text, AnswerSpotter::placeBonus).anyMatch(c -> c.bonus > 0);
            case SUMMARY, REASON, MANNER, YES_NO, THING, TOPIC -> true;
        };
    }

    /**
     * Whether words have the form that the question asks for. Why and how ask for none, but a day is no answer to them.
     *
     * @return 1 or -1; 0 where it asks for no form
     */
    static int form(QuestionAnalysis question, String words) {
        return switch (question.kind()) {
            case TIME -> TIME.matcher(words).find() ? 1 : -1;
            case AMOUNT, NUMBER -> NUMBER.matcher(words).find() ? 1 : -1;
            case PERSON, PLACE -> CAPITAL.matcher(words).find() ? 1 : -1;
            case REASON, MANNER -> TIME.matcher(words).matches() ? -1 : 0;
            case SUMMARY, YES_NO, THING, TOPIC -> 0;
        };
    }

    static boolean isNumberIn(String words) {
        return NUMBER.matcher(words).find();
    }

    private record Candidate(int start, int end, double bonus) {}

    private interface Bonus {
        double of(String text, Name name);
    }

    private static Stream<Candidate> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(m -> new Candidate(m.start(), m.end(), 0));
    }

    private static Stream<Candidate> names(QuestionAnalysis question, String text, Bonus bonus) {
        return Name.in(text).stream()
                .filter(name -> Term.of(name.text()).stream().noneMatch(part -> part.isAmong(question.terms())))
                .map(name -> new Candidate(name.start(), name.end(), bonus.of(text, name)));
    }

    /** "Which news agency": the name behind "agency". "What kind of friendship": the word before "friendship", and both. */
    private static Stream<Candidate> besideFocus(QuestionAnalysis question, String text) {
        Term focus = question.focus();
        if (focus == null) {
            return Stream.empty();
        }
        List<Term> words = Term.of(text);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Term word = words.get(i);
            if (!focus.resembles(word)) {
                continue;
            }
            if (KIND_ASKED.matcher(question.text()).find()) {
                if (i > 0
                        && text.substring(words.get(i - 1).end(), word.start()).isBlank()) {
                    candidates.add(new Candidate(words.get(i - 1).start(), word.end(), 0));
                }
            } else {
                Name.in(text).stream()
                        .filter(name -> name.start() > word.end()
                                && text.substring(word.end(), name.start()).length() <= 2)
                        .map(name -> new Candidate(name.start(), name.end(), 0))
                        .forEach(candidates::add);
            }
        }
        return candidates.stream();
    }

    private static double personBonus(String text, Name name) {
        double bonus = name.text().indexOf(' ') > 0 ? 40 : 0;
        if (BEFORE_PERSON.matcher(text.substring(0, name.start())).find()) {
            bonus += 30;
        }
        if (AFTER_PERSON.matcher(text.substring(name.end())).find()) {
            bonus += 30;
        }
        return bonus;
    }

    private static double placeBonus(String text, Name name) {
        return BEFORE_PLACE.matcher(text.substring(0, name.start())).find() ? 60 : 0;
    }

    private static List<Term> matched(QuestionAnalysis question, String text) {
        return Term.of(text).stream().filter(t -> t.isAmong(question.terms())).toList();
    }

    /** Mean distance in characters to the words of the question that the sentence has; those inside the candidate count as 0. */
    private static double distance(Candidate candidate, List<Term> asked, QuestionAnalysis question) {
        return asked.stream()
                .mapToDouble(t -> {
                    int gap = Math.max(0, Math.max(t.start() - candidate.end, candidate.start - t.end()));
                    Term focus = question.focus();
                    return focus != null && focus.resembles(t) ? 3.0 * gap : gap;
                })
                .average()
                .orElse(candidate.start);
    }
}
