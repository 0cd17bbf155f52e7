package io.dateline.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.MemoryArchive;
import io.dateline.channel.TestServer;
import io.dateline.channel.web.ChatClient;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.Turn;
import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.fetching.LocalSite;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:http-api;DB_CLOSE_DELAY=-1",
            "dateline.fetch.allow-private=true"
        })
@Timeout(60)
class HttpApiIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BODY = "They signed the treaty.\n\nThen they left.";

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Autowired
    private MemoryArchive archive;

    @Autowired
    private ConversationStore conversations;

    @BeforeEach
    void fillArchive() {
        archive.close();
        put("a-1", LocalDate.of(2023, 3, 1));
        put("a.2", null);
        put("a-3", LocalDate.of(2024, 5, 6));
    }

    @Test
    void answersWithTheBodyOfTheCompletedFrame() throws Exception {
        HttpCall answer = HttpCall.get(port, "/api/answer?q=What+was+signed%3F");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames())
                .containsExactly(
                        "status",
                        "text",
                        "fact",
                        "citations",
                        "sources",
                        "followUps",
                        "mode",
                        "timings",
                        "tokens",
                        "notice");
        assertThat(answer.json().get("status").stringValue()).isEqualTo("answered");
        assertThat(answer.json().at("/citations/0/verdict").stringValue()).isEqualTo("supported");
        assertThat(answer.json().at("/sources/0/publishedAt").stringValue()).isEqualTo("2023-03-01");
    }

    @Test
    void streamsTheFramesOfTheSocketAsEvents() throws Exception {
        String id = id();
        List<String> frames;
        try (ChatClient client = new ChatClient(port)) {
            client.ask(id, "What was signed?");
            frames = client.untilEnd();
        }
        HttpCall stream =
                HttpCall.get(port, "/api/answer?q=What+was+signed%3F&id=" + id, "Accept", "text/event-stream");

        assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
        assertThat(stream.body()).isEqualTo(events(frames, 0));
    }

    @Test
    void continuesAStreamAfterEveryEvent() throws Exception {
        String path = "/api/answer?q=What+was+signed%3F&id=" + id();
        String whole = HttpCall.get(port, path, "Accept", "text/event-stream").body();
        List<String> events = List.of(whole.split("(?<=\n\n)"));
        for (int last = 1; last < events.size(); last++) {
            HttpCall rest = HttpCall.get(port, path, "Accept", "text/event-stream", "Last-Event-ID", "" + last);
            assertThat(rest.body()).isEqualTo(String.join("", events.subList(last, events.size())));
        }
        HttpCall nothing = HttpCall.get(port, path, "Accept", "text/event-stream", "Last-Event-ID", "" + events.size());
        assertThat(nothing.status()).isEqualTo(204);
    }

    @Test
    void goesOnWhenTheReaderOfAStreamLeaves() throws Exception {
        String question = "Slowly-" + id();
        CountDownLatch left = new CountDownLatch(1);
        answerer.on(question, (asked, past, listener) -> {
            listener.accept(new TextAdded("before "));
            left.await();
            for (int i = 0; i < 100; i++) {
                listener.accept(new TextAdded("x".repeat(1000)));
            }
            return ScriptedAnswerer.answer("done");
        });
        String id = id();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET /api/answer?q=" + question + "&id=" + id + " HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        }
        left.countDown();
        HttpCall answer = HttpCall.get(port, "/api/answer?q=" + question + "&id=" + id);

        assertThat(answer.json().get("text").stringValue()).isEqualTo("done");
        assertThat(answerer.count(question)).isEqualTo(1);
    }

    @Test
    void saysWhyThereIsNoAnswer() throws Exception {
        String question = "Broken-" + id();
        answerer.on(question, (asked, past, listener) -> {
            throw new IllegalStateException("secret of /etc/passwd");
        });
        HttpCall answer = HttpCall.get(port, "/api/answer?q=" + question);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").stringValue()).isEqualTo("internal");
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    GET    | /api/answer                                | 400 | 'q' is missing
                    GET    | /api/answer?q=                             | 400 | empty
                    GET    | /api/answer?q=%20%09                       | 400 | empty
                    GET    | /api/answer?q=%00                          | 400 | NUL
                    GET    | /api/answer?q=What&asOf=2023-02-30         | 400 | 2023-02-30
                    GET    | /api/answer?q=What&asOf=tomorrow           | 400 | tomorrow
                    GET    | /api/answer?q=What&from=2024-01-02&to=2024-01-01 | 400 | 2024-01-02
                    GET    | /api/answer?q=What&id=short                | 400 | id
                    GET    | /api/answer?q=What&conversation=gone       | 404 | conversation
                    POST   | /api/answer?q=What                         | 405 | POST
                    GET    | /api/search                                | 400 | q
                    GET    | /api/search?q=%20                          | 400 | q
                    GET    | /api/answer?q=%ff%fe                       | 400 | UTF-8
                    GET    | /api/search?q=What&k=0                     | 400 | k
                    GET    | /api/search?q=What&k=many                  | 400 | k
                    GET    | /api/search?q=What&asOf=1.2.2023           | 400 | 1.2.2023
                    GET    | /api/articles?offset=-1                    | 400 | offset
                    GET    | /api/articles?limit=1000                   | 400 | limit
                    GET    | /api/articles/never-heard-of               | 404 | never-heard-of
                    GET    | /api/conversations/never-heard-of          | 404 | never-heard-of
                    DELETE | /api/conversations/never-heard-of          | 404 | never-heard-of
                    POST   | /api/conversations/never-heard-of          | 405 | POST
                    GET    | /api/nothing-of-the-kind                   | 404 | ``
                    GET    | /nothing-of-the-kind                       | 404 | ``
                    GET    | /actuator/env                              | 404 | ``
                    GET    | /actuator/heapdump                         | 404 | ``
                    """)
    void refusesWithProblemDetails(String method, String path, int status, String named) throws Exception {
        HttpCall call = HttpCall.send(port, method, path, "");

        assertThat(call.status()).isEqualTo(status);
        assertThat(call.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(call.json().get("status").intValue()).isEqualTo(status);
        assertThat(call.body()).contains(named).doesNotContain("Exception", "springframework", "java.");
    }

    @Test
    void refusesAQuestionThatIsTooLong() throws Exception {
        assertThat(HttpCall.get(port, "/api/answer?q=" + "x".repeat(2_000)).status())
                .isEqualTo(200);
        assertThat(HttpCall.get(port, "/api/answer?q=" + "x".repeat(2_001)).status())
                .isEqualTo(400);
        assertThat(HttpCall.get(port, "/api/search?q=" + "x".repeat(2_001)).status())
                .isEqualTo(400);
    }

    @Test
    void takesQuestionsOfAllKinds() throws Exception {
        for (String question : List.of(
                "the of and",
                "🕊🕊🕊",
                "Кто подписал договор?",
                "誰が署名したか",
                "+-&&||!(){}[]^\"~*?:\\/",
                "<script>alert(1)</script>")) {
            String q = URLEncoder.encode(question, StandardCharsets.UTF_8);
            assertThat(HttpCall.get(port, "/api/answer?q=" + q).status()).isEqualTo(200);
            assertThat(HttpCall.get(port, "/api/search?q=" + q).status()).isEqualTo(200);
            assertThat(HttpCall.get(port, "/api/conversations?q=" + q).status()).isEqualTo(200);
            assertThat(conversations.find(question, 10)).isNotEmpty();
        }
    }

    @Test
    void listsHitsWithTheirStages() throws Exception {
        JsonNode result = HttpCall.get(port, "/api/search?q=signed&k=2").json();

        assertThat(result.propertyNames()).containsExactly("query", "tookMs", "hits");
        assertThat(result.get("hits")).hasSize(2);
        JsonNode hit = result.at("/hits/0");
        assertThat(hit.propertyNames())
                .containsExactly(
                        "rank",
                        "articleId",
                        "title",
                        "url",
                        "publisher",
                        "publishedAt",
                        "ordinal",
                        "start",
                        "end",
                        "text",
                        "copies",
                        "score",
                        "stages");
        assertThat(hit.get("stages").toString()).isEqualTo("[{\"name\":\"words\",\"rank\":1,\"score\":2.5}]");
    }

    @Test
    void listsArticlesNewestFirstAndUndatedOnesLast() throws Exception {
        JsonNode all = HttpCall.get(port, "/api/articles").json();
        assertThat(all.get("total").intValue()).isEqualTo(3);
        assertThat(all.get("articles"))
                .extracting(article -> article.get("id").stringValue())
                .containsExactly("a-3", "a-1", "a.2");
        assertThat(all.at("/articles/0").toString())
                .isEqualTo("{\"id\":\"a-3\",\"title\":\"Title of a-3\",\"url\":null,\"publisher\":\"AP\","
                        + "\"publishedAt\":\"2024-05-06\",\"section\":null,\"language\":\"en\",\"words\":7}");

        JsonNode second = HttpCall.get(port, "/api/articles?offset=1&limit=1").json();
        assertThat(second.at("/articles/0/id").stringValue()).isEqualTo("a-1");
        assertThat(HttpCall.get(port, "/api/articles?offset=9").json().get("articles"))
                .isEmpty();
    }

    @Test
    void showsAnArticle() throws Exception {
        JsonNode article = HttpCall.get(port, "/api/articles/a.2").json();

        assertThat(article.propertyNames())
                .containsExactly(
                        "id",
                        "title",
                        "url",
                        "publisher",
                        "authors",
                        "publishedAt",
                        "section",
                        "standfirst",
                        "language",
                        "body");
        assertThat(article.get("body").stringValue()).isEqualTo(BODY);
        assertThat(article.get("publishedAt").isNull()).isTrue();
    }

    @Test
    void addsAnArticleThatIsFoundAtOnceAndRemovesIt() throws Exception {
        HttpCall added = HttpCall.send(
                port,
                "POST",
                "/api/articles",
                "{\"title\":\"Bridge opens\",\"text\":\"A zeppelin opened the bridge.\",\"publishedAt\":\"2025-01-02\"}",
                "Content-Type",
                "application/json");
        assertThat(added.status()).isEqualTo(201);
        JsonNode article = added.json().at("/articles/0");
        assertThat(article.get("title").stringValue()).isEqualTo("Bridge opens");
        String path = "/api/articles/" + article.get("id").stringValue();
        assertThat(added.header("Location")).isEqualTo(path);
        assertThat(HttpCall.get(port, "/api/search?q=zeppelin").json().get("hits"))
                .hasSize(1);

        assertThat(HttpCall.send(port, "DELETE", path, "").status()).isEqualTo(204);
        assertThat(HttpCall.get(port, "/api/search?q=zeppelin").json().get("hits"))
                .isEmpty();
        assertThat(HttpCall.get(port, path).status()).isEqualTo(404);
        assertThat(HttpCall.send(port, "DELETE", path, "").status()).isEqualTo(404);
    }

    @Test
    void givesArticlesWithoutIdsTheirOwn() throws Exception {
        String both =
                "[{\"title\":\"One\",\"text\":\"One text.\"},{\"title\":\"Two\",\"text\":\"Two texts.\"},{\"title\":\"None\"}]";
        HttpCall added = HttpCall.send(port, "POST", "/api/articles", both, "Content-Type", "application/json");
        HttpCall more = HttpCall.send(
                port,
                "POST",
                "/api/articles",
                "{\"title\":\"Three\",\"text\":\"Three texts.\"}",
                "Content-Type",
                "application/json");

        assertThat(added.json().get("articles")).hasSize(2);
        assertThat(added.json().get("rejections")).hasSize(1);
        assertThat(more.status()).isEqualTo(201);
        assertThat(HttpCall.get(port, "/api/articles").json().get("total").intValue())
                .isEqualTo(6);
    }

    @Test
    void addsTheArticlesOfAFile() throws Exception {
        HttpCall added = upload("../../etc/Harbour news.txt", "Harbour reopens\n\nA pelican watched.\n");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(HttpCall.get(port, "/api/search?q=pelican").json().get("hits"))
                .hasSize(1);
    }

    @Test
    void saysWhyAnUploadIsNoArticle() throws Exception {
        for (HttpCall refused : List.of(
                upload("picture.png", "\u0000PNG"),
                upload("empty.txt", ""),
                HttpCall.send(port, "POST", "/api/articles", "{\"title\":\"x\"}", "Content-Type", "application/json"),
                HttpCall.send(port, "POST", "/api/articles", "{\"title\"", "Content-Type", "application/json"),
                HttpCall.send(port, "POST", "/api/articles", "[]", "Content-Type", "application/json"))) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.json().get("detail").stringValue()).isNotBlank().doesNotContain("/tmp", "Exception");
        }
        assertThat(HttpCall.send(port, "POST", "/api/articles", "x", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(archive.size().articles()).isEqualTo(3);
    }

    @Test
    void addsSeveralFilesAndNamesThoseItCannotRead() throws Exception {
        HttpCall added =
                upload(Map.of("one.txt", "One\n\nA pelican.\n", "two.txt", "Two\n\nA zeppelin.\n", "three.txt", ""));

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().get("articles")).hasSize(2);
        assertThat(added.json().get("replaced")).isEmpty();
        assertThat(added.json().at("/rejections/0/where").stringValue()).isEqualTo("three.txt");

        assertThat(upload("one.txt", "One\n\nA heron.\n").json().get("replaced"))
                .hasSize(1);
        assertThat(HttpCall.get(port, "/api/search?q=pelican").json().get("hits"))
                .isEmpty();
    }

    @Test
    void addsThePageAtAnAddress() throws Exception {
        try (LocalSite site = new LocalSite()) {
            site.put(
                    "/bridge",
                    "text/html; charset=utf-8",
                    "<title>Bridge opens</title><article><p>A zeppelin opened the bridge on the river.</p></article>");

            HttpCall added = addPage(site.address("/bridge?utm_source=rss"));

            assertThat(added.status()).as(added.body()).isEqualTo(201);
            assertThat(added.json().at("/articles/0/title").stringValue()).isEqualTo("Bridge opens");
            assertThat(added.json().at("/articles/0/url").stringValue()).isEqualTo(site.address("/bridge"));
            assertThat(HttpCall.get(port, "/api/search?q=zeppelin").json().get("hits"))
                    .hasSize(1);

            assertThat(addPage(site.address("/bridge")).json().get("replaced")).hasSize(1);

            HttpCall missing = addPage(site.address("/missing"));
            assertThat(missing.status()).isEqualTo(422);
            assertThat(missing.json().get("detail").stringValue())
                    .isEqualTo(site.address("/missing") + " answers with status 404");
            assertThat(addPage("ftp://example.org/").status()).isEqualTo(422);
        }
    }

    private HttpCall addPage(String address) throws Exception {
        return HttpCall.send(
                port, "POST", "/api/articles", "{\"url\":\"" + address + "\"}", "Content-Type", "application/json");
    }

    private HttpCall upload(String name, String content) throws Exception {
        return upload(Map.of(name, content));
    }

    private HttpCall upload(Map<String, String> files) throws Exception {
        String parts = files.entrySet().stream()
                .map(file -> "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getKey()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.getValue() + "\r\n")
                .collect(Collectors.joining());
        String body = parts + "--b--\r\n";
        return HttpCall.send(port, "POST", "/api/articles", body, "Content-Type", "multipart/form-data; boundary=b");
    }

    @Test
    void describesTheArchive() throws Exception {
        assertThat(HttpCall.get(port, "/api/archive").body())
                .isEqualTo(
                        "{\"articles\":3,\"undated\":1,\"oldest\":\"2023-03-01\",\"newest\":\"2024-05-06\","
                                + "\"passages\":3,\"embeddable\":3,\"vectors\":0,\"model\":null,"
                                + "\"questions\":[\"What was signed?\",\"Who signed it?\"],"
                                + "\"reading\":false,\"awaited\":0,\"problem\":null,\"rejected\":[],\"editable\":true,\"folder\":\"data/articles\"}");
    }

    @Test
    void listsRenamesAndDeletesConversations() throws Exception {
        String question = "What was signed in " + id() + "?";
        String id = id();
        try (ChatClient client = new ChatClient(port)) {
            client.ask(id, question);
            client.untilEnd();
        }
        conversations.judge(id, new Turn.Feedback(Turn.Feedback.Verdict.UP, "good"));
        String q = URLEncoder.encode(question.toUpperCase(java.util.Locale.ROOT), StandardCharsets.UTF_8);
        JsonNode listed = HttpCall.get(port, "/api/conversations?q=" + q).json().get("conversations");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).propertyNames()).containsExactly("id", "title", "createdAt", "updatedAt", "turns");
        assertThat(listed.get(0).get("turns").intValue()).isEqualTo(1);
        assertThat(listed.get(0).get("title").stringValue()).isEqualTo(question);
        String path = "/api/conversations/" + listed.get(0).get("id").stringValue();

        JsonNode turn = HttpCall.get(port, path).json().at("/turns/0");
        assertThat(turn.get("id").stringValue()).isEqualTo(id);
        assertThat(turn.get("state").stringValue()).isEqualTo("completed");
        assertThat(turn.at("/answer/text").stringValue()).startsWith("They signed");
        assertThat(turn.get("feedback").toString()).isEqualTo("{\"verdict\":\"up\",\"note\":\"good\"}");

        String json = "application/json";
        HttpCall renamed = HttpCall.send(port, "PATCH", path, "{\"title\":\" Of <treaties> \"}", "Content-Type", json);
        assertThat(renamed.json().get("title").stringValue()).isEqualTo("Of <treaties>");
        for (String bad : List.of("{}", "{\"title\":\"\"}", "{\"title\":\"" + "x".repeat(201) + "\"}", "{", "[]", "")) {
            HttpCall refused = HttpCall.send(port, "PATCH", path, bad, "Content-Type", json);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("Exception", "jackson");
        }
        assertThat(HttpCall.send(port, "PATCH", path, "title=x", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);

        assertThat(HttpCall.send(port, "DELETE", path, "").status()).isEqualTo(204);
        assertThat(HttpCall.get(port, path).status()).isEqualTo(404);
        try (ChatClient client = new ChatClient(port)) {
            client.send("{'type':'resume','id':'" + id + "','after':0}");
            assertThat(client.nextJson().get("code").stringValue()).isEqualTo("unknown_id");
        }
    }

    @Test
    void showsHealthAndFiguresToTheMachineItself() throws Exception {
        assertThat(HttpCall.get(port, "/actuator/health").json().get("status").stringValue())
                .isEqualTo("UP");
        assertThat(HttpCall.get(port, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    private void put(String id, @Nullable LocalDate publishedAt) {
        Article article = new Article(
                id, "Title of " + id, null, null, null, "AP", List.of(), publishedAt, "en", BODY, "version");
        archive.put(article, List.of(new Passage(id, 0, 0, BODY.length(), BODY)));
    }

    private static String events(List<String> frames, int after) {
        List<String> events = new ArrayList<>();
        for (String frame : frames.subList(after, frames.size())) {
            JsonNode json = JSON.readTree(frame);
            events.add("event: " + json.get("type").stringValue() + "\nid: " + json.get("seq") + "\ndata: " + frame
                    + "\n\n");
        }
        return String.join("", events);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
