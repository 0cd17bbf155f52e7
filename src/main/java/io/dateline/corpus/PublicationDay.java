package io.dateline.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * The day that a publication date names, in the place where it was published: of a date-time with an offset, the day of that
 * offset. ISO 8601 and RFC 1123 (feeds) are read; everything else is no date, since {@code 3/4/2023} has two meanings.
 */
final class PublicationDay {

    /** The first newspaper, Strassburg; earlier days are the zero of some program. */
    private static final int FIRST_YEAR = 1605;

    /** In characters. */
    private static final int LONGEST = 80;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]['['VV']']")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.ofPattern(
                    "[EEE, ]d MMM uuuu[ HH:mm[:ss]][ ][zzz][XX]", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private PublicationDay() {}

    static Optional<LocalDate> of(String date) {
        if (date.length() > LONGEST) {
            return Optional.empty();
        }
        return parsed(ISO, date.strip())
                .or(() -> parsed(RFC_1123, date.strip()))
                .filter(day -> day.getYear() >= FIRST_YEAR);
    }

    private static Optional<LocalDate> parsed(DateTimeFormatter format, String date) {
        try {
            return Optional.of(LocalDate.from(format.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
