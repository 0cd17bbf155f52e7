package io.dateline.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder whose files hold the articles, and the readers of all formats behind one door. Thread-safe.
 *
 * <p>Two files may hold articles with one id, {@code a/today.txt} and {@code b/today.txt} for example; whoever reads them
 * decides which counts.
 */
public final class ArticleFolder {

    private static final String FORMATS =
            ".txt, .md, .html, .pdf, .docx, .odt, .json, .jsonl (also .gz of the last two)";

    private final Path folder;
    private final List<ArticleReader> readers;

    /** Reads all formats that Dateline knows. */
    public ArticleFolder(Path folder) {
        this(
                folder,
                List.of(
                        new PlainTextReader(),
                        new MarkdownReader(),
                        new HtmlReader(),
                        new JsonReader(),
                        new JsonLinesReader(),
                        new DocumentReader()));
    }

    ArticleFolder(Path folder, List<ArticleReader> readers) {
        this.folder = folder;
        this.readers = List.copyOf(readers);
    }

    public Path path() {
        return folder;
    }

    /**
     * The files of the folder and its sub-folders, by name, those of unknown formats included, so that {@link #read} can say so.
     * Links that are not followed are among them for the same reason. Hidden files, unfinished downloads and editors' temporary files
     * are left out.
     *
     * @throws UncheckedIOException if the folder is not there or cannot be listed; it says nothing about the files
     */
    public List<ArticleFile> files() {
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new NoSuchFileException(
                    folder.toString(),
                    null,
                    "the article folder is not there; create it or set dateline.corpus.folder"));
        }
        try {
            return FolderListing.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the article folder " + folder + " cannot be listed; check its permissions", e);
        }
    }

    /**
     * Reads the articles of a file. Rejections name the file by its path in the folder. Does not throw for bad content; what the
     * intake throws comes through.
     */
    public void read(ArticleFile file, ArticleReader.Intake intake) {
        String parent = file.name().substring(0, file.name().lastIndexOf('/') + 1);
        ArticleReader.Intake named = new ArticleReader.Intake() {
            @Override
            public void accept(Article article) {
                intake.accept(article);
            }

            @Override
            public void readUpTo(long bytes) {
                intake.readUpTo(bytes);
            }

            @Override
            public void reject(String where, String why) {
                intake.reject(parent + where, why);
            }
        };
        Optional<String> unfollowed = unfollowed(file.path());
        if (unfollowed.isPresent()) {
            intake.reject(file.name(), unfollowed.get());
            return;
        }
        Optional<ArticleReader> reader =
                readers.stream().filter(r -> r.accepts(file.path())).findFirst();
        reader.ifPresentOrElse(
                r -> r.read(file.path(), named),
                () -> intake.reject(
                        file.name(),
                        Files.isDirectory(file.path())
                                ? "is a folder that may not be listed by the user that runs Dateline; change its permissions"
                                : "is not in a format that is read; save it as one of " + FORMATS));
    }

    /** Why a link is not followed: what lies outside the folder was not meant to be shown. */
    private Optional<String> unfollowed(Path file) {
        if (!Files.isSymbolicLink(file)) {
            return Optional.empty();
        }
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.of(
                        "is a link that leads out of the article folder; copy what it leads to into the folder");
            }
            if (Files.isDirectory(file)) {
                return Optional.of("is a link to a folder, which is read where it lies; delete the link");
            }
            // A pipe would be waited for.
            return Files.isRegularFile(file)
                    ? Optional.empty()
                    : Optional.of("is a link to something that is no file; delete it");
        } catch (IOException e) {
            return Optional.of("is a link to nothing; delete it or bring back what it led to");
        }
    }
}
