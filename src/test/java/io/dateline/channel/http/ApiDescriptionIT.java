package io.dateline.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.TestServer;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:api-description;DB_CLOSE_DELAY=-1")
@Timeout(60)
class ApiDescriptionIT {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping calls;

    @Test
    void describesEveryCallInASentence() throws Exception {
        JsonNode paths = HttpCall.get(port, "/v3/api-docs").json().get("paths");

        assertThat(paths.propertyNames()).containsExactlyInAnyOrderElementsOf(paths());
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                assertThat(call.getValue().path("summary").asString(""))
                        .as(call.getKey() + " " + path.getKey())
                        .isNotBlank();
            }
        }
    }

    @Test
    void saysWhatACallIsGivenAndGives() throws Exception {
        JsonNode description = HttpCall.get(port, "/v3/api-docs").json();
        JsonNode ask = description.at("/paths/~1api~1answer/get");

        assertThat(ask.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").stringValue()))
                .contains("q", "asOf", "publisher", "from", "to", "conversation")
                .doesNotContain("person", "owner", "asked");
        JsonNode content = ask.at("/responses/200/content");
        assertThat(content.propertyNames()).contains("application/json", "text/plain");
        assertThat(content.at("/application~1json/schema/$ref").stringValue()).endsWith("/Answer");
        JsonNode schemas = description.at("/components/schemas");
        assertThat(schemas.at("/Answer/properties").propertyNames()).contains("fact", "citations", "sources");
        // Two records of one name would be one schema.
        assertThat(schemas.at("/Article/properties").propertyNames()).contains("body");
        assertThat(schemas.at("/ConversationWithTurns/properties").propertyNames())
                .contains("turns");
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        calls.getHandlerMethods().forEach((mapping, method) -> {
            Class<?> controller = method.getBeanType();
            if (controller.getName().startsWith("io.dateline") && !controller.isAnnotationPresent(Hidden.class)) {
                paths.addAll(mapping.getPatternValues());
            }
        });
        return paths.stream().distinct().toList();
    }
}
