package io.dateline.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dateline.channel.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the page for programs tells to copy and paste, copied and run. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:examples;DB_CLOSE_DELAY=-1")
@Timeout(60)
class ExamplesIT {

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    curl,       sh,      example.sh
                    python,     python3, example.py
                    javascript, node,    example.mjs
                    """)
    void runAsTheyStand(String language, String program, String file) throws Exception {
        assumeTrue(isThere(language.equals("curl") ? language : program), () -> program + " is not installed");
        Element example = Jsoup.parse(HttpCall.get(port, "/docs.html").body())
                .expectFirst("code[data-language=%s]".formatted(language));
        Path script = folder.resolve(file);
        Files.writeString(script, example.wholeText().replace("http://localhost:8080", "http://localhost:" + port));

        Process process = new ProcessBuilder(program, script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("the treaty", "signed “the” <treaty> & left");
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
