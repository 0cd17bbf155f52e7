package io.dateline.answering;

import io.dateline.index.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks for what is new about something: in the last month first and, where no headline has its words, further back. Among all years at
 * once what fits the words best would come first, however old; and what only mentions it would be found before what is about it.
 */
final class RecentEvidence {

    private static final List<Integer> DAYS = List.of(30, 183, 731);

    private RecentEvidence() {}

    /** @param search finds passages that pass a filter */
    static List<Evidence> about(
            SummaryRequest wish, Filter filter, LocalDate today, Function<Filter, List<Evidence>> search) {
        return DAYS.stream()
                .flatMap(days -> ofTheLast(days, filter, today).stream())
                .map(search)
                .map(evidence ->
                        evidence.stream().filter(e -> wish.isTopicOf(e.title())).toList())
                .filter(evidence -> !evidence.isEmpty())
                .findFirst()
                .orElseGet(() -> search.apply(filter));
    }

    /** What passes the filter and is of the last two years; empty if the filter leaves out more than that by itself. */
    static Optional<Filter> ofTheLastYears(Filter filter, LocalDate today) {
        return ofTheLast(DAYS.getLast(), filter, today);
    }

    private static Optional<Filter> ofTheLast(int days, Filter filter, LocalDate today) {
        LocalDate from = (filter.asOf() == null ? today : filter.asOf()).minusDays(days);
        boolean isNarrower = (filter.from() == null || from.isAfter(filter.from()))
                && (filter.to() == null || !from.isAfter(filter.to()));
        return isNarrower
                ? Optional.of(new Filter(filter.asOf(), filter.publisher(), from, filter.to()))
                : Optional.empty();
    }
}
