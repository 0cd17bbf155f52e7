package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ArticleFolderTest {

    @TempDir
    Path root;

    private Path articles;
    private ArticleFolder folder;

    @BeforeEach
    void createFolder() throws IOException {
        articles = Files.createDirectory(root.resolve("articles"));
        folder = new ArticleFolder(articles);
    }

    @Test
    void listsFilesOfAllSubFoldersByName() throws IOException {
        write("b.txt", "Talks\n\nThey met.");
        write("2023/march/a.md", "They met.");
        write("a.jsonl", "");

        assertThat(names()).containsExactly("2023/march/a.md", "a.jsonl", "b.txt");
    }

    @Test
    void passesOverHiddenUnfinishedAndTemporaryFiles() throws IOException {
        for (String name : List.of(
                ".gitkeep",
                ".hidden/a.txt",
                "a.txt~",
                "#a.txt#",
                ".a.txt.swp",
                "a.swp",
                "a.txt.part",
                "a.txt.crdownload",
                "a.tmp",
                "~$a.txt",
                "Thumbs.db")) {
            write(name, "Talks\n\nThey met.");
        }
        write("a.txt", "Talks\n\nThey met.");

        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void followsNoLinkOutOfTheFolderAndSaysSo() throws IOException {
        Path secret = Files.writeString(root.resolve("secret.txt"), "Talks\n\nThey met.");
        Path outside = Files.createDirectory(root.resolve("outside"));
        Files.writeString(outside.resolve("b.txt"), "Talks\n\nThey met.");
        write("a.txt", "Talks\n\nThey met.");
        Files.createSymbolicLink(articles.resolve("out.txt"), secret);
        Files.createSymbolicLink(articles.resolve("out"), outside);
        Files.createSymbolicLink(articles.resolve("round"), articles);
        Files.createSymbolicLink(articles.resolve("gone.txt"), root.resolve("gone"));
        Files.createSymbolicLink(articles.resolve("in.txt"), articles.resolve("a.txt"));

        Collected collected = new Collected();
        folder.files().forEach(file -> folder.read(file, collected));

        assertThat(collected.articles).hasSize(2);
        assertThat(collected.rejections)
                .containsExactly(
                        "gone.txt is a link to nothing; delete it or bring back what it led to",
                        "out is a link that leads out of the article folder; copy what it leads to into the folder",
                        "out.txt is a link that leads out of the article folder; copy what it leads to into the folder",
                        "round is a link to a folder, which is read where it lies; delete the link");
    }

    @Test
    @Timeout(30)
    void waitsForNoPipe() throws Exception {
        Path pipe = articles.resolve("pipe.txt");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.createSymbolicLink(articles.resolve("link.txt"), pipe);
        Collected collected = new Collected();
        folder.files().forEach(file -> folder.read(file, collected));

        assertThat(collected.rejections).containsExactly("link.txt is a link to something that is no file; delete it");
    }

    @Test
    void isReachedThroughALinkItself() throws IOException {
        write("sub/a.txt", "Talks\n\nThey met.");
        Path link = Files.createSymbolicLink(root.resolve("link"), articles);

        assertThat(new ArticleFolder(link).files())
                .extracting(ArticleFile::name)
                .containsExactly("sub/a.txt");
    }

    @Test
    void givesAFileAnotherFingerprintWhenItChanges() throws IOException {
        Path file = write("a.txt", "Talks\n\nThey met.");
        List<ArticleFile> before = folder.files();
        assertThat(folder.files()).isEqualTo(before);

        Files.setLastModifiedTime(file, FileTime.fromMillis(before.getFirst().modifiedMillis() + 1));

        assertThat(folder.files()).isNotEqualTo(before);
    }

    @Test
    void readsEveryFormat() throws IOException {
        write("a.txt", "Talks\n\nThey met.");
        write("b.MD", "# Talks\n\nThey met.");
        write("c.html", "<title>Talks</title><p>They met.</p>");
        write("d.json", "{\"title\": \"Talks\", \"text\": \"They met.\"}");
        write("e.ndjson", "{\"id\": \"e\", \"title\": \"Talks\", \"text\": \"They met.\"}");

        Collected collected = readAll();

        assertThat(collected.rejections).isEmpty();
        assertThat(collected.articles).extracting(Article::id).containsExactly("a", "b", "c", "d", "e");
        assertThat(collected.articles).extracting(Article::title).containsOnly("Talks");
        assertThat(collected.articles).extracting(Article::body).containsOnly("They met.");
    }

    @Test
    void rejectsByItsPathWhatItCannotReadAndReadsTheRest() throws IOException {
        write("2023/report.xls", "PK");
        write("2023/feed.jsonl", "{\"id\": \"1\", \"text\": \"One.\"}\n{\n");
        write("2023/empty.txt", "");
        write("a.txt", "Talks\n\nThey met.");

        Collected collected = readAll();

        assertThat(collected.articles).extracting(Article::id).containsExactly("1", "a");
        assertThat(collected.rejections).hasSize(3);
        assertThat(collected.rejections.get(0)).startsWith("2023/empty.txt is empty");
        assertThat(collected.rejections.get(1)).startsWith("2023/feed.jsonl:2 is not valid JSON");
        assertThat(collected.rejections.get(2))
                .startsWith("2023/report.xls is not in a format that is read; save it as one of .txt, .md");
    }

    @Test
    void saysThatItIsNotThereRatherThanThatItIsEmpty() {
        assertThatThrownBy(() -> new ArticleFolder(root.resolve("nowhere")).files())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("create it or set dateline.corpus.folder");
    }

    private Collected readAll() {
        Collected collected = new Collected();
        folder.files().forEach(file -> folder.read(file, collected));
        return collected;
    }

    private List<String> names() {
        return folder.files().stream().map(ArticleFile::name).toList();
    }

    private Path write(String name, String content) throws IOException {
        Path file = articles.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
