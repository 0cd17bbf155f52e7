package io.dateline.desk;

import io.dateline.answering.Answer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** How an answer is written as JSON, in the database and on the wire alike. Thread-safe. */
public final class AnswerJson {

    private final JsonMapper mapper;

    /** @param mapper built with {@link #configure} */
    public AnswerJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Fields in the order of the records' components, the constants of enums in lower case, dates as ISO 8601, and numbers and
     * names never mistaken for one another.
     */
    public static <M extends JsonMapper.Builder> M configure(M mapper) {
        mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE);
        return mapper;
    }

    public String write(Answer answer) {
        return mapper.writeValueAsString(answer);
    }

    /** @throws tools.jackson.core.JacksonException when the text is not an answer */
    public Answer read(String json) {
        return mapper.readValue(json, Answer.class);
    }
}
