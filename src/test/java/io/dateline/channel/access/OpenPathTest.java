package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenPathTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /,                              PAGE
                    /c/0a1b,                        PAGE
                    /a/article.1,                   PAGE
                    /app.js,                        TO_ALL
                    /css/ink.css,                   TO_ALL
                    /_static/lit/lit.js,            TO_ALL
                    /sign-in.html,                  TO_ALL
                    /api/session,                   TO_ALL
                    /actuator/health,               TO_ALL
                    /actuator/health/readiness,     TO_ALL
                    /ws/chat,                       TO_ALL
                    /slack/events,                  TO_ALL
                    /api/answer,                    CLOSED
                    /api/articles/a.js,             CLOSED
                    /api/session/x,                 CLOSED
                    /v1/models/x.css,               CLOSED
                    /mcp,                           CLOSED
                    /v3/api-docs,                   CLOSED
                    /actuator/prometheus,           CLOSED
                    /ws/other.js,                   CLOSED
                    /something-new,                 CLOSED
                    '',                             CLOSED
                    """)
    void opensWhatHoldsNothingOfTheArchive(String path, OpenPath open) {
        assertThat(OpenPath.of(path)).isEqualTo(open);
    }
}
