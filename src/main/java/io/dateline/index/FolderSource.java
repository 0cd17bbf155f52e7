package io.dateline.index;

import io.dateline.corpus.ArticleFile;
import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.ArticleReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The article folder. A file is the same while its size and its time of change are. */
final class FolderSource implements ArticleSource {

    private final ArticleFolder folder;
    private final Map<String, ArticleFile> listed = new ConcurrentHashMap<>();

    FolderSource(ArticleFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<SourceFile> files() {
        List<ArticleFile> files = folder.files();
        listed.clear();
        listed.putAll(files.stream().collect(Collectors.toMap(ArticleFile::name, Function.identity())));
        return files.stream()
                .map(file -> new SourceFile(file.name(), file.bytes() + "/" + file.modifiedMillis(), file.bytes()))
                .toList();
    }

    /** Files elsewhere are known by their absolute path, pages by their address. */
    @Override
    public boolean covers(String path) {
        return !FeedLedger.isAddress(path) && !Path.of(path).isAbsolute();
    }

    @Override
    public void read(SourceFile file, ArticleReader.Intake intake) {
        ArticleFile found = listed.get(file.path());
        if (found == null) {
            throw new IllegalArgumentException(file.path() + " was not listed");
        }
        folder.read(found, intake);
    }
}
