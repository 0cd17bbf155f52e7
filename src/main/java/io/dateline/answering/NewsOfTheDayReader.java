package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a question asks when something happened and no sentence names the day, takes the one that reports it as news, "Ann Lee has
 * resigned" or "Ann Lee dies at 83": it is shown with the day of its article.
 */
final class NewsOfTheDayReader implements AnswerReader {

    /** Above every threshold; where another sentence names the day, that is surer. */
    private static final double REPORTS_IT = 0.45;

    /** What somebody is, behind a name. */
    private static final String APPOSITION = "(?:, [^;]{1,150},)?";

    private static final String PERFECT =
            "(?:" + APPOSITION + "| [–—] [^;]{1,150} [–—]) (?:has|have) (?:been )?(?:\\p{L}+ly )?(?<verb>\\p{L}+)";

    private static final String PRESENT = APPOSITION + " (?<verb>\\p{L}+s)\\b";

    private final AnswerReader reader;

    NewsOfTheDayReader(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Reading reading = reader.read(question, evidence);
        Deed deed = question.deed();
        if (question.kind() != QuestionKind.TIME || deed == null || reading.confidence() >= REPORTS_IT) {
            return reading;
        }
        List<Pattern> wordings = reportsOf(deed);
        List<Finding> reports = reports(
                deed,
                evidence,
                passage -> passage.sentences().stream()
                        .filter(sentence -> reports(deed.what(), wordings, sentence.text())));
        if (reports.isEmpty() && deed.isOnesOwn()) {
            reports = reports(deed, evidence, passage -> belowHeadline(deed, wordings, passage));
        }
        return reports.isEmpty() ? reading : new Reading(reports, REPORTS_IT);
    }

    /** In the order of the evidence, as long as they are of one time with the first: a later one tells of it again, or of another time. */
    private static List<Finding> reports(
            Deed deed, List<Evidence> evidence, Function<Evidence, Stream<Sentence>> reporting) {
        String who = Term.fold(deed.who().text());
        List<Finding> reports = new ArrayList<>();
        for (Evidence passage : evidence) {
            LocalDate day = passage.publishedAt();
            boolean isOfTheTime = day != null
                    && Term.fold(passage.title() + "\n" + passage.text()).contains(who)
                    && (reports.isEmpty()
                            || day.equals(reports.getFirst().evidence().publishedAt()));
            if (isOfTheTime) {
                reporting
                        .apply(passage)
                        .map(sentence -> new Finding(passage, sentence, null, REPORTS_IT))
                        .forEach(reports::add);
            }
        }
        return reports;
    }

    /** Where the headline reports it, which is shown above the sentence: the first that has the name. */
    private static Stream<Sentence> belowHeadline(Deed deed, List<Pattern> wordings, Evidence passage) {
        String name = Term.withoutAccents(Name.lastWord(deed.who().text()));
        return reports(deed.what(), wordings, passage.title())
                ? passage.sentences().stream()
                        .filter(sentence -> Term.withoutAccents(sentence.text()).contains(name))
                        .limit(1)
                : Stream.empty();
    }

    /** The name, and a verb in the perfect tense; for what is news once, the present tense of a headline will do. */
    private static List<Pattern> reportsOf(Deed deed) {
        String name = Term.withoutAccents(Name.lastWord(deed.who().text()));
        String who = "(?<!\\p{L})" + Pattern.quote(name) + "(?: [IVX]+)?";
        Pattern perfect = Pattern.compile(who + PERFECT);
        return deed.isOnesOwn() ? List.of(perfect, Pattern.compile(who + PRESENT)) : List.of(perfect);
    }

    private static boolean reports(Term deed, List<Pattern> wordings, String text) {
        return wordings.stream()
                .flatMap(wording -> wording.matcher(Term.withoutAccents(text)).results())
                .anyMatch(found -> Term.of(found.group("verb")).stream().anyMatch(deed::resembles));
    }
}
