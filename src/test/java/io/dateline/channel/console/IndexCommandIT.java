package io.dateline.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.fetching.LocalSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code dateline index} as somebody runs it. */
@Timeout(120)
class IndexCommandIT {

    @TempDir
    private Path folder;

    private record Ended(int exit, String said) {}

    @Test
    void takesUpFilesAndPagesAndSaysWhatItSkipped() throws Exception {
        Path file = Files.writeString(folder.resolve("storm.txt"), "Storm hits Lisbon\n\nRoofs were torn off.\n");
        try (LocalSite site = new LocalSite()) {
            site.put(
                    "/bridge",
                    "text/html; charset=utf-8",
                    "<title>Bridge opens</title><article><p>A zeppelin opened the bridge.</p></article>");

            Ended taken = index(true, file.toString(), site.address("/bridge"), site.address("/gone"));

            assertThat(taken.exit()).as(taken.said()).isZero();
            assertThat(taken.said())
                    .contains("Added “Bridge opens”")
                    .contains(site.address("/gone") + " answers with status 404")
                    .contains("1 articles new or changed")
                    .contains("The archive has 2.");
        }
    }

    @Test
    void fetchesNothingFromThisMachineUnlessItMay() throws Exception {
        try (LocalSite site = new LocalSite()) {
            Ended refused = index(false, site.address("/bridge"));

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.said()).contains("127.0.0.1 is not a public address");
            assertThat(site.requests()).isEmpty();
        }
    }

    private Ended index(boolean mayBePrivate, String... named) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "io.dateline.launch.Launch",
                "index"));
        command.addAll(List.of(named));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "DATELINE_CORPUS_FOLDER",
                                Files.createDirectories(folder.resolve("articles"))
                                        .toString(),
                        "DATELINE_INDEX_FOLDER", folder.resolve("index").toString(),
                        "DATELINE_FETCH_ALLOW_PRIVATE", String.valueOf(mayBePrivate)));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
