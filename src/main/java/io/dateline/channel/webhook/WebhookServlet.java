package io.dateline.channel.webhook;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /mattermost} and {@code POST /zulip}: a question comes in a form or as JSON, the answer goes out with the response.
 * Who calls is known by the token that the service puts into each call; there are no signatures.
 */
final class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookServlet.class);

    /** Bytes; a question with everything around it has a tenth. */
    private static final int LONGEST = 100_000;

    private static final Duration LATE_CALL = Duration.ofSeconds(20);

    private static final Pattern WEB = Pattern.compile("https?://[^\\s]+");

    private final transient List<byte[]> tokens;
    private final transient WebhookAnswering answering;
    private final transient JsonMapper mapper;
    private final boolean callsAgain;

    /**
     * @param tokens those of the commands and webhooks that may ask
     * @param callsAgain whether the service repeats a call that gets 503
     */
    WebhookServlet(List<String> tokens, WebhookAnswering answering, JsonMapper mapper, boolean callsAgain) {
        this.tokens = tokens.stream()
                .filter(token -> !token.isBlank())
                .map(token -> token.strip().getBytes(StandardCharsets.UTF_8))
                .toList();
        this.answering = answering;
        this.mapper = mapper;
        this.callsAgain = callsAgain;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        Map<String, String> fields =
                body.length > LONGEST ? Map.of() : fields(new String(body, StandardCharsets.UTF_8));
        if (!isKnown(fields.getOrDefault("token", ""))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        WebhookCall call = WebhookCall.of(fields);
        try {
            Optional<String> answer = answering.answer(call, late -> sendLate(call, late));
            if (answer.isEmpty() && callsAgain) {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                String text = answer.orElse(
                        call.responseUrl().isEmpty()
                                ? "This takes longer than a chat waits. Please ask again in a moment."
                                : "Still searching; the answer follows.");
                response.setContentType("application/json;charset=utf-8");
                response.getOutputStream().write(json(call, text));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void sendLate(WebhookCall call, String text) {
        if (!WEB.matcher(call.responseUrl()).matches()) {
            return;
        }
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(LATE_CALL).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(call.responseUrl()))
                    .timeout(LATE_CALL)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json(call, text)))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                LOG.warn("A late answer was not taken: status {}", status);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("A late answer was not taken: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] json(WebhookCall call, String text) {
        return mapper.writeValueAsBytes(
                Map.of("text", text, "response_type", call.isCommand() ? "ephemeral" : "comment"));
    }

    /** In constant time for each token. */
    private boolean isKnown(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        boolean isKnown = false;
        for (byte[] known : tokens) {
            isKnown |= MessageDigest.isEqual(known, given);
        }
        return isKnown;
    }

    private Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        if (body.startsWith("{")) {
            try {
                JsonNode json = mapper.readTree(body);
                json.propertyStream()
                        .filter(field -> field.getValue().isValueNode())
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().asString("")));
            } catch (JacksonException e) {
                return Map.of();
            }
            return fields;
        }
        try {
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
