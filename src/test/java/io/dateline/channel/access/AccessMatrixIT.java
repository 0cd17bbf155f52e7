package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.channel.access.TokenHolders.Someone;
import io.dateline.channel.web.ChatClient;
import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Three people, every address there is, and what each reaches of the others: nothing. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:access-matrix;DB_CLOSE_DELAY=-1",
            "dateline.access=token",
            "dateline.questions.per-minute=1000",
            "dateline.editors=ann",
            "dateline.slack.bot-token=xoxb-1",
            "dateline.slack.signing-secret=secret",
            "dateline.slack.api=http://127.0.0.1:1/api/",
            "dateline.mattermost.tokens=of-mattermost",
            "dateline.zulip.tokens=of-zulip"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class AccessMatrixIT {

    /** Every address, as it is mapped. Who adds one decides here who may use it. */
    private static final Map<String, Reach> DECIDED = Map.ofEntries(
            Map.entry("GET /api/answer", Reach.OWN),
            Map.entry("GET /api/conversations", Reach.OWN),
            Map.entry("GET /api/conversations/{id}", Reach.OWN),
            Map.entry("PATCH /api/conversations/{id}", Reach.OWN),
            Map.entry("DELETE /api/conversations/{id}", Reach.OWN),
            Map.entry("/ws/chat", Reach.OWN),
            Map.entry("GET /api/search", Reach.SHARED),
            Map.entry("GET /api/archive", Reach.SHARED),
            Map.entry("GET /api/model", Reach.SHARED),
            Map.entry("GET /api/articles", Reach.SHARED),
            Map.entry("GET /api/feeds", Reach.SHARED),
            Map.entry("POST /api/articles", Reach.EDITORS),
            Map.entry("GET /api/articles/{id}", Reach.SHARED),
            Map.entry("DELETE /api/articles/{id}", Reach.EDITORS),
            Map.entry("POST /v1/chat/completions", Reach.SHARED),
            Map.entry("GET /v1/models", Reach.SHARED),
            Map.entry("GET /v1/models/{id}", Reach.SHARED),
            Map.entry("/mcp", Reach.SHARED),
            Map.entry("GET /v3/api-docs", Reach.SHARED),
            Map.entry("GET /v3/api-docs.yaml", Reach.SHARED),
            Map.entry("GET /actuator", Reach.SHARED),
            Map.entry("GET /actuator/prometheus", Reach.SHARED),
            Map.entry("/c/{conversation}", Reach.PAGE),
            Map.entry("/a/{article}", Reach.PAGE),
            Map.entry("/slack/events", Reach.SIGNED),
            Map.entry("/mattermost", Reach.SIGNED),
            Map.entry("/zulip", Reach.SIGNED),
            Map.entry("GET /api/session", Reach.OPEN),
            Map.entry("POST /api/session", Reach.OPEN),
            Map.entry("DELETE /api/session", Reach.OPEN),
            Map.entry("GET /opensearch.xml", Reach.OPEN),
            Map.entry("GET /actuator/health", Reach.OPEN),
            Map.entry("GET /actuator/health/**", Reach.OPEN),
            Map.entry("/error", Reach.OPEN),
            // Files of the page; which of them are open, OpenPathTest says.
            Map.entry("/", Reach.PAGE),
            Map.entry("/**", Reach.PAGE),
            Map.entry("/webjars/**", Reach.PAGE));

    private enum Reach {
        /** What people ask: everybody their own. */
        OWN,
        /** The archive, the same for whoever has a token; nothing is kept of what they do. */
        SHARED,
        /** What the archive holds, changed by those whom {@code dateline.editors} names. */
        EDITORS,
        /** The page, which holds nothing by itself; a browser is sent to sign in. */
        PAGE,
        /** Called by services that sign. */
        SIGNED,
        /** To all, since nothing is behind it. */
        OPEN
    }

    /** What is tried at the things of another: calls of HTTP with a body. */
    private static final List<List<String>> TRIED = List.of(
            List.of("GET /api/answer", "?q=And%3F&conversation={conversation}", ""),
            List.of("GET /api/answer", "?q=x&id={question}", ""),
            List.of("GET /api/conversations/{id}", "{conversation}", ""),
            List.of("PATCH /api/conversations/{id}", "{conversation}", "{\"title\":\"mine\"}"),
            List.of("DELETE /api/conversations/{id}", "{conversation}", ""));

    private static final Path FILE = TokenHolders.file();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ScriptedAnswerer answerer;

    private final List<Someone> people = new ArrayList<>();

    @DynamicPropertySource
    static void tokens(DynamicPropertyRegistry properties) {
        properties.add("dateline.tokens.file", FILE::toString);
    }

    @BeforeAll
    void threePeopleAskSomething() throws Exception {
        for (String name : List.of("ann", "bob", "cem")) {
            people.add(holders().add(name));
        }
    }

    @Test
    void everyAddressIsDecidedOn() {
        Set<String> mapped = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods().keySet().forEach(info -> mapped.addAll(addresses(info)));
        }
        for (AbstractUrlHandlerMapping mapping :
                context.getBeansOfType(AbstractUrlHandlerMapping.class).values()) {
            mapped.addAll(mapping.getHandlerMap().keySet());
        }
        context.getBean(ServletContext.class)
                .getServletRegistrations()
                .values()
                .forEach(servlet -> mapped.addAll(servlet.getMappings()));

        assertThat(mapped).containsExactlyInAnyOrderElementsOf(DECIDED.keySet());
    }

    private static Set<String> addresses(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Set<String> addresses = new TreeSet<>();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                addresses.add(path);
            }
            methods.forEach(method -> addresses.add(method + " " + path));
        }
        return addresses;
    }

    @Test
    void nobodyReachesWhatBelongsToAnother() throws Exception {
        int tried = 0;
        for (Someone owner : people) {
            for (Someone other : people) {
                if (owner.equals(other)) {
                    continue;
                }
                for (List<String> call : TRIED) {
                    String[] address = call.getFirst().split(" ", 2);
                    HttpResponse<String> response = holders()
                            .call(
                                    address[0],
                                    address[1].replace("{id}", "") + of(owner, call.get(1)),
                                    other.token(),
                                    call.get(2));
                    assertThat(response.statusCode()).as(call.toString()).isIn(403, 404);
                    assertThat(response.body()).doesNotContain("treaty", owner.name());
                    tried++;
                }
                assertThat(holders()
                                .call("GET", "/api/conversations?q=" + owner.name(), other.token(), "")
                                .body())
                        .isEqualTo("{\"conversations\":[]}");
            }
        }
        assertThat(tried).isEqualTo(6 * TRIED.size());
        assertThat(TRIED).extracting(List::getFirst).containsAll(own());
        for (Someone owner : people) {
            assertNothingChanged(owner);
        }
    }

    @Test
    void onlyEditorsChangeWhatEverybodyReads() throws Exception {
        String article = "{\"id\":\"added\",\"title\":\"Added\",\"text\":\"By an editor.\"}";
        for (Someone person : people) {
            boolean isEditor = person.name().equals("ann");
            assertThat(holders()
                            .call("POST", "/api/articles", person.token(), article)
                            .statusCode())
                    .isEqualTo(isEditor ? 201 : 403);
            assertThat(holders().call("GET", "/api/archive", person.token(), "").body())
                    .contains("\"editable\":" + isEditor);
        }
        for (Someone person : people.reversed()) {
            assertThat(holders()
                            .call("DELETE", "/api/articles/added", person.token(), "")
                            .statusCode())
                    .isEqualTo(person.name().equals("ann") ? 204 : 403);
        }
    }

    /** All that belong to people, but the list, which is another test by itself, and the socket. */
    private static List<String> own() {
        return DECIDED.entrySet().stream()
                .filter(entry -> entry.getValue() == Reach.OWN)
                .map(Map.Entry::getKey)
                .filter(address -> !address.equals("GET /api/conversations") && !address.equals("/ws/chat"))
                .toList();
    }

    @Test
    void noFrameOfASocketReachesWhatBelongsToAnother() throws Exception {
        Class<?> frames = Class.forName("io.dateline.channel.web.ClientFrame");
        assertThat(Arrays.stream(frames.getPermittedSubclasses()).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("Authenticate", "Ask", "Stop", "Resume", "Judge", "Refused");
        for (Someone owner : people) {
            for (Someone other : people) {
                if (owner.equals(other)) {
                    continue;
                }
                try (ChatClient client = holders().client(other)) {
                    assertThat(refusal(client, of(owner, "{'type':'resume','id':'{question}','after':0}")))
                            .isEqualTo("unknown_id");
                    assertThat(refusal(client, of(owner, "{'type':'feedback','id':'{question}','verdict':'up'}")))
                            .isEqualTo("unknown_id");
                    assertThat(refusal(client, of(owner, "{'type':'ask','id':'{question}','question':'x'}")))
                            .isEqualTo("id_taken");
                    assertThat(refusal(
                                    client,
                                    of(owner, "{'type':'ask','id':'ID','question':'x','conversation':'{conversation}'}")
                                            .replace("ID", UUID.randomUUID().toString())))
                            .isEqualTo("unknown_conversation");
                }
            }
            assertNothingChanged(owner);
        }
    }

    @Test
    void nobodyStopsTheQuestionOfAnother() throws Exception {
        CountDownLatch ends = new CountDownLatch(1);
        answerer.on("Long?", (question, past, listener) -> {
            assertThat(ends.await(20, TimeUnit.SECONDS)).isTrue();
            return ScriptedAnswerer.answer("Done.");
        });
        Someone dee = holders().add("dee");
        String id = UUID.randomUUID().toString();
        try (ChatClient owner = holders().client(dee);
                ChatClient other = holders().client(people.getFirst())) {
            owner.ask(id, "Long?");
            assertThat(owner.nextJson().at("/type").stringValue()).isEqualTo("accepted");
            other.send("{'type':'stop','id':'" + id + "'}");
            // What is answered now was read after the stop.
            assertThat(refusal(other, "{'type':'resume','id':'" + id + "','after':0}"))
                    .isEqualTo("unknown_id");
            ends.countDown();
            assertThat(owner.untilEnd().getLast()).contains("\"type\":\"completed\"");
        }
    }

    @Test
    void withoutATokenNothingIsReached() throws Exception {
        for (Map.Entry<String, Reach> address : DECIDED.entrySet()) {
            String path = address.getKey().replaceFirst("^[A-Z]+ ", "").replaceAll("\\{\\w+}", "a-1");
            String method = address.getKey().contains(" ") ? address.getKey().split(" ", 2)[0] : "POST";
            boolean isClosed = Set.of(Reach.SHARED, Reach.EDITORS, Reach.SIGNED).contains(address.getValue());
            if (!isClosed && (address.getValue() != Reach.OWN || path.equals("/ws/chat"))) {
                continue;
            }
            for (String token : List.of("", "dl_wrong", people.getFirst().token() + "x")) {
                HttpResponse<String> response = holders().call(method, path, token, "{}");
                assertThat(response.statusCode()).as(method + " " + path).isEqualTo(401);
            }
        }
        for (String path : List.of("/something-new", "/api/conversations/x.js", "/api/", "/v3")) {
            assertThat(holders().call("GET", path, "", "").statusCode()).isEqualTo(401);
        }
    }

    private void assertNothingChanged(Someone owner) throws Exception {
        var own = TokenHolders.json(
                holders().call("GET", "/api/conversations/" + owner.conversation(), owner.token(), ""));
        assertThat(own.at("/title").stringValue()).contains(owner.name());
        assertThat(own.at("/turns")).hasSize(1);
        assertThat(own.at("/turns/0/feedback").isNull()).isTrue();
    }

    private static String refusal(ChatClient client, String frame) throws InterruptedException {
        client.send(frame);
        return client.nextJson().at("/code").stringValue();
    }

    private static String of(Someone owner, String text) {
        return text.replace("{question}", owner.question()).replace("{conversation}", owner.conversation());
    }

    private TokenHolders holders() {
        return new TokenHolders(FILE, port);
    }
}
