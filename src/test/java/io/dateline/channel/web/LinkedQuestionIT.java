package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A question in the address of the page: from the address bar it is asked, from elsewhere it is only proposed. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:linked-question;DB_CLOSE_DELAY=-1")
class LinkedQuestionIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"none", "same-origin"})
    void opensWithTheAnswerRunningWhereAPersonTypedIt(String site) throws IOException {
        RawHttp page = get("/?q=Who%3F", site);

        assertThat(page.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    cross-site, /?q=Who%3F,                       /?draft=Who%3F
                    same-site,  /?q=Who%3F,                       /?draft=Who%3F
                    -,          /?q=Who%3F,                       /?draft=Who%3F
                    nonsense,   /?q=Who%3F,                       /?draft=Who%3F
                    cross-site, /?q=a+b%26q%3Dc&asOf=2023-03-01,  /?draft=a+b%26q%3Dc&asOf=2023-03-01
                    cross-site, /?asOf=x%0d%0aSet-Cookie:a&q=Who, /?draft=Who
                    cross-site, /?%71=Who,                        /?draft=Who
                    cross-site, /?draft=x&q=Who,                  /?draft=Who
                    cross-site, /?draft=x&%71=Who,                /?draft=Who
                    cross-site, /?q=%zz,                          /?draft=
                    cross-site, //?q=Who,                         /?draft=Who
                    cross-site, /?other=1,                        /?draft=
                    """)
    void onlyFillsTheBoxForAnotherSite(String site, String address, String sentTo) throws IOException {
        RawHttp page = get(address, site);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.head().lines()).contains("Location: " + sentTo);
        assertThat(page.head()).doesNotContain("Set-Cookie");
        assertThat(get(sentTo, site).status()).isEqualTo(200);
    }

    @Test
    void leavesLinksThatAskNothingAlone() throws IOException {
        for (String address : List.of("/", "/c/0a1b", "/a/x?start=0&end=3", "/docs.html?q=x")) {
            assertThat(get(address, "cross-site").status()).as(address).isEqualTo(200);
        }
    }

    @Test
    void tellsABrowserHowToAskFromItsAddressBar() throws Exception {
        HttpResponse<String> description = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/opensearch.xml"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(description.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/opensearchdescription+xml");
        assertThat(description.body())
                .contains("template=\"http://localhost:" + port + "/?q={searchTerms}\"", port + "/favicon.svg</Image>");
    }

    private RawHttp get(String address, String site) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("GET " + address + " HTTP/1.1", "Host: localhost:" + port, "Connection: close"));
        if (!site.equals("-")) {
            lines.add("Sec-Fetch-Site: " + site);
        }
        return RawHttp.exchange(port, lines.toArray(String[]::new));
    }
}
