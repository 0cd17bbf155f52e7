package io.dateline.corpus;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One walk through the article folder. */
final class FolderListing extends SimpleFileVisitor<Path> {

    /** Hidden, backups of editors, unfinished downloads and copies, the locks of office programs. */
    private static final Pattern PASSED_OVER = Pattern.compile(
            "\\..*|#.*#|~\\$.*|.*~|.*\\.(sw[a-p]|tmp|temp|part|partial|crdownload|download|filepart|bak)|thumbs\\.db|desktop\\.ini");

    private final Path folder;
    private final Path real;
    private final List<ArticleFile> files = new ArrayList<>();

    private FolderListing(Path folder) throws IOException {
        this.folder = folder;
        this.real = folder.toRealPath();
    }

    static List<ArticleFile> of(Path folder) throws IOException {
        FolderListing listing = new FolderListing(folder);
        // The folder itself may be a link, so it is walked by its real path.
        Files.walkFileTree(listing.real, listing);
        listing.files.sort(Comparator.comparing(ArticleFile::name));
        return List.copyOf(listing.files);
    }

    static boolean isPassedOver(Path file) {
        return PASSED_OVER.matcher(FileName.of(file).toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return !directory.equals(real) && isPassedOver(directory)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isPassedOver(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink() && Files.isRegularFile(file)) {
            add(file, Files.readAttributes(file, BasicFileAttributes.class));
        } else if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
            add(file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    /** A file that vanished is simply not there; a sub-folder that may not be entered is listed, so that it can be reported. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(real)) {
            throw e;
        }
        if (Files.isDirectory(file)) {
            files.add(new ArticleFile(name(file), folder.resolve(name(file)), 0, 0));
        }
        return FileVisitResult.CONTINUE;
    }

    /** An entry that vanishes during the walk must not fail the walk. */
    @Override
    public FileVisitResult postVisitDirectory(Path directory, @org.jspecify.annotations.Nullable IOException e)
            throws IOException {
        if (e != null && directory.equals(real)) {
            throw e;
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes attributes) {
        files.add(new ArticleFile(
                name(file),
                folder.resolve(name(file)),
                attributes.size(),
                attributes.lastModifiedTime().toMillis()));
    }

    private String name(Path file) {
        return real.relativize(file).toString().replace('\\', '/');
    }
}
