package io.dateline.channel.mcp;

import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.index.Filter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a tool was called with, checked field by field: a model wrote it. */
record ToolArguments(Map<String, Object> values) {

    /** @throws BadRequestException when it is missing, blank or no text */
    String text(String name) {
        String value = optional(name);
        if (value == null || value.isBlank()) {
            throw new BadRequestException("'" + name + "' is missing.");
        }
        return value;
    }

    /** @throws BadRequestException when it is no whole number of this range */
    int number(String name, int otherwise, int least, int most) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        boolean isWhole = value instanceof Number number && number.doubleValue() == number.longValue();
        if (!isWhole || ((Number) value).longValue() < least || ((Number) value).longValue() > most) {
            throw new BadRequestException(
                    "'" + name + "' must be a whole number from " + least + " to " + most + ", got: " + value);
        }
        return ((Number) value).intValue();
    }

    /** @throws BadRequestException when a date is none */
    Filter filter() {
        return Asked.filter(optional("as_of"), optional("publisher"), optional("from"), optional("to"));
    }

    private @Nullable String optional(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new BadRequestException("'" + name + "' must be a string, got: " + value);
    }
}
