package io.dateline.index;

import io.dateline.corpus.ArticleFile;
import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.ArticleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files and folders that somebody named, wherever they lie; known by their absolute paths. For one thread. */
final class NamedFiles implements ArticleSource {

    private final List<Path> named;
    private final Map<String, Listed> listed = new HashMap<>();

    private record Listed(ArticleFolder folder, ArticleFile file) {}

    NamedFiles(List<Path> named) {
        this.named =
                named.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    @Override
    public List<SourceFile> files() {
        listed.clear();
        List<SourceFile> files = new ArrayList<>();
        for (Path path : named) {
            for (Listed one : list(path)) {
                String name = one.file().path().toAbsolutePath().normalize().toString();
                if (listed.put(name, one) == null) {
                    String fingerprint = one.file().bytes() + "/" + one.file().modifiedMillis();
                    files.add(new SourceFile(name, fingerprint, one.file().bytes()));
                }
            }
        }
        return files;
    }

    private static List<Listed> list(Path path) {
        if (Files.isDirectory(path)) {
            ArticleFolder folder = new ArticleFolder(path);
            return folder.files().stream().map(file -> new Listed(folder, file)).toList();
        }
        try {
            Path name = path.getFileName();
            if (name == null || !Files.isRegularFile(path)) {
                throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
            }
            Path parent = path.getParent();
            ArticleFile file = new ArticleFile(
                    name.toString(),
                    // Whoever names a link means what it leads to, wherever that lies.
                    path.toRealPath(),
                    Files.size(path),
                    Files.getLastModifiedTime(path).toMillis());
            return List.of(new Listed(new ArticleFolder(parent == null ? path : parent), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean covers(String path) {
        return !FeedLedger.isAddress(path)
                && named.stream().anyMatch(one -> Path.of(path).startsWith(one));
    }

    @Override
    public void read(SourceFile file, ArticleReader.Intake intake) {
        Listed one = listed.get(file.path());
        if (one == null) {
            throw new IllegalArgumentException(file.path() + " was not listed");
        }
        one.folder().read(one.file(), intake);
    }
}
