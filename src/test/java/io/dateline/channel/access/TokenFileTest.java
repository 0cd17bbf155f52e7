package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private Path folder;

    @Test
    void knowsTheHolderOfATokenAndNobodyElse() throws IOException {
        TokenFile tokens = tokens();
        String ann = tokens.add("ann", TODAY);
        String bob = tokens.add("bob", TODAY);

        assertThat(tokens.holder(ann)).contains("ann");
        assertThat(tokens.holder(bob)).contains("bob");
        assertThat(tokens.holder(ann + "x")).isEmpty();
        assertThat(tokens.holder(ann.substring(1))).isEmpty();
        assertThat(tokens.holder("")).isEmpty();
    }

    @Test
    void aTokenHas256RandomBitsAndIsWrittenNowhere() throws IOException {
        String token = tokens().add("ann", TODAY);

        assertThat(Base64.getUrlDecoder().decode(token.substring(3))).hasSize(32);
        assertThat(Files.readString(folder.resolve("tokens")))
                .matches("ann\t2026-11-24\t[0-9a-f]{64}\n")
                .doesNotContain(token.substring(3));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens"))))
                .isEqualTo("rw-------");
    }

    @Test
    void seesWhatAnotherProcessChanged() throws IOException {
        TokenFile server = tokens();
        assertThat(server.entries()).isEmpty();

        String token = tokens().add("ann", TODAY);
        assertThat(server.holder(token)).contains("ann");
        tokens().revoke("ann");
        assertThat(server.holder(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "a\tb", "-x"})
    void refusesANameThatWouldNotBeOne(String name) {
        assertThatThrownBy(() -> tokens().add(name, TODAY)).hasMessageContaining("a name has");
    }

    @Test
    void refusesASecondTokenOfAName() throws IOException {
        tokens().add("ann", TODAY);

        assertThatThrownBy(() -> tokens().add("ann", TODAY)).hasMessageContaining("ann");
        assertThatThrownBy(() -> tokens().revoke("bob")).hasMessageContaining("bob");
    }

    private TokenFile tokens() {
        return new TokenFile(folder.resolve("tokens"));
    }
}
