package io.dateline.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a question asks when something happened and no sentence names the day, takes the one that reports it as news, "Ann Lee has
 * resigned": it is shown with the day of its article.
 */
final class NewsOfTheDayReader implements AnswerReader {

    /** Above every threshold; where another sentence names the day, that is surer. */
    private static final double REPORTS_IT = 0.45;

    private final AnswerReader reader;

    NewsOfTheDayReader(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Reading reading = reader.read(question, evidence);
        Optional<Deed> deed = Deed.askedAbout(question);
        if (question.kind() != QuestionKind.TIME || deed.isEmpty() || reading.confidence() >= REPORTS_IT) {
            return reading;
        }
        List<Finding> reports = reports(deed.get(), evidence);
        return reports.isEmpty() ? reading : new Reading(reports, REPORTS_IT);
    }

    /** In the order of the evidence, as long as they are of one time with the first: a later one tells of it again, or of another time. */
    private static List<Finding> reports(Deed deed, List<Evidence> evidence) {
        List<Finding> reports = new ArrayList<>();
        for (Evidence passage : evidence) {
            LocalDate day = passage.publishedAt();
            boolean isOfTheTime = day != null
                    && Term.fold(passage.title() + "\n" + passage.text())
                            .contains(Term.fold(deed.who().text()))
                    && (reports.isEmpty()
                            || day.equals(reports.getFirst().evidence().publishedAt()));
            if (isOfTheTime) {
                passage.sentences().stream()
                        .filter(sentence -> reports(deed, sentence.text()))
                        .map(sentence -> new Finding(passage, sentence, null, REPORTS_IT))
                        .forEach(reports::add);
            }
        }
        return reports;
    }

    /** Whether the sentence has the name, perhaps with what it is, and the verb in the perfect tense. */
    private static boolean reports(Deed deed, String sentence) {
        String name = deed.who().text();
        Pattern perfect = Pattern.compile(
                "(?<!\\p{L})" + Pattern.quote(name.substring(name.lastIndexOf(' ') + 1))
                        + "(?: [IVX]+)?(?:(?:, [^;]{1,150},)?| [–—] [^;]{1,150} [–—]) (?:has|have) (?:been )?(?:\\p{L}+ly )?(?<verb>\\p{L}+)");
        Matcher matcher = perfect.matcher(sentence);
        while (matcher.find()) {
            if (Term.of(matcher.group("verb")).stream().anyMatch(deed.what()::resembles)) {
                return true;
            }
        }
        return false;
    }
}
