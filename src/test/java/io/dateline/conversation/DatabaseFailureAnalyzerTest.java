package io.dateline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DatabaseFailureAnalyzerTest {

    @TempDir
    private Path folder;

    @Test
    void saysOfAFileThatIsNoDatabaseWhatToDoAndLeavesItAsItIs() throws Exception {
        Path file = folder.resolve("dateline.mv.db");
        byte[] garbage = "no database at all ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        Files.write(file, garbage);

        FailureAnalysis analysis = analysis("jdbc:h2:file:" + folder.resolve("dateline"));

        assertThat(analysis.getDescription())
                .startsWith("The file of the conversations cannot be read")
                .contains("dateline.mv.db");
        assertThat(analysis.getAction()).contains("left as it is", "begin without conversations");
        assertThat(file).hasBinaryContent(garbage);
    }

    private static FailureAnalysis analysis(String url) {
        Throwable failure =
                catchThrowable(() -> DriverManager.getConnection(url).close());
        return Objects.requireNonNull(new DatabaseFailureAnalyzer().analyze(new IllegalStateException(failure)));
    }
}
