package io.dateline.channel.slack;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import io.dateline.channel.chat.ChatInbox;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /slack/events}: what Slack sends over HTTP. A request whose signature holds is acknowledged at once; what it asks
 * for is done behind. When there is no room it is refused with 503, and Slack sends it again.
 */
final class SlackServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** Bytes; the longest that Slack sends is a message with its blocks in a shortcut, far below. */
    private static final int LONGEST = 500_000;

    private final transient SlackSignature signature;
    private final transient SlackEvents events;
    private final transient ChatInbox inbox;
    private final transient JsonMapper mapper;

    SlackServlet(SlackSignature signature, SlackEvents events, ChatInbox inbox, JsonMapper mapper) {
        this.signature = signature;
        this.events = events;
        this.inbox = inbox;
        this.mapper = mapper;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        boolean isFromSlack = body.length <= LONGEST
                && signature.isValid(
                        headers(request, "X-Slack-Request-Timestamp"), headers(request, "X-Slack-Signature"), body);
        if (!isFromSlack) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("X-Slack-No-Retry", "1");
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        String challenge = challenge(text);
        if (challenge != null) {
            response.setContentType("text/plain;charset=utf-8");
            response.getOutputStream().write(challenge.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Map<String, List<String>> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, headers(request, name)));
        boolean isTaken = inbox.offer(() -> events.handle(SlackRequestParser.HttpRequest.builder()
                .requestUri(SlackConfiguration.PATH)
                .requestBody(text)
                .headers(new RequestHeaders(headers))
                .remoteAddress("")
                .queryString(Map.of())
                .build()));
        response.setStatus(isTaken ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** What Slack wants to hear when the address is entered there. */
    private @Nullable String challenge(String body) {
        if (!body.startsWith("{") || !body.contains("\"url_verification\"")) {
            return null;
        }
        try {
            JsonNode json = mapper.readTree(body);
            return json.path("type").asString("").equals("url_verification")
                    ? json.path("challenge").asString("")
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
