package io.dateline.channel.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of people and programs, in a text file: one a line, with its name, the day it was made and the SHA-256 of the
 * token, tab-separated. What is hashed is 256 random bits, so no salt and no slow hash is needed. A server sees what another
 * process writes at its next look. Thread-safe.
 */
public final class TokenFile {

    private static final int BYTES = 32;

    private static final String PREFIX = "dl_";

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}";

    private final Path file;
    private volatile Known known = new Known(null, -1, List.of());

    public TokenFile(Path file) {
        this.file = file;
    }

    /** @param hash lower-case hex */
    public record Entry(String name, LocalDate made, String hash) {

        private static Entry of(String line) {
            String[] fields = line.split("\t", -1);
            if (fields.length != 3) {
                throw new IllegalArgumentException(
                        "a line of the token file must have 3 fields, got: " + fields.length);
            }
            return new Entry(fields[0], LocalDate.parse(fields[1]), fields[2]);
        }

        private String line() {
            return String.join("\t", name, made.toString(), hash) + "\n";
        }
    }

    private record Known(@Nullable FileTime modified, long size, List<Entry> entries) {}

    /** In the order they were made. */
    public List<Entry> entries() {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Known last = known;
            if (!modified.equals(last.modified()) || size != last.size()) {
                last = new Known(
                        modified,
                        size,
                        Files.readString(file)
                                .lines()
                                .filter(line -> !line.isBlank())
                                .map(Entry::of)
                                .toList());
                known = last;
            }
            return last.entries();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the token file " + file + " cannot be read", e);
        }
    }

    /** The name of the token, in a time that does not tell how much of it was right. */
    Optional<String> holder(String token) {
        byte[] hash = hash(token).getBytes(StandardCharsets.US_ASCII);
        String holder = null;
        for (Entry entry : entries()) {
            if (MessageDigest.isEqual(hash, entry.hash().getBytes(StandardCharsets.US_ASCII))) {
                holder = entry.name();
            }
        }
        return Optional.ofNullable(holder);
    }

    /**
     * Makes a token of this name.
     *
     * @return the token; it is written nowhere
     * @throws IllegalArgumentException when the name cannot be used, or is in use
     */
    public String add(String name, LocalDate today) throws IOException {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "a name has 1 to 100 letters, digits, '.', '_', '@' or '-', got: " + name);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        change(entries -> {
            if (entries.stream().anyMatch(entry -> entry.name().equals(name))) {
                throw new IllegalArgumentException("there is a token of this name, revoke it first: " + name);
            }
            entries.add(new Entry(name, today, hash(token)));
        });
        return token;
    }

    /** @throws IllegalArgumentException when there is no token of this name */
    public void revoke(String name) throws IOException {
        change(entries -> {
            if (!entries.removeIf(entry -> entry.name().equals(name))) {
                throw new IllegalArgumentException("there is no token of this name: " + name);
            }
        });
    }

    private interface Change {

        void on(List<Entry> entries);
    }

    /** One writer at a time, also among processes; whoever reads meanwhile sees the file before or after. */
    private synchronized void change(Change change) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        try (FileChannel lock = FileChannel.open(
                folder.resolve(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Until the channel is closed.
            lock.lock();
            List<Entry> entries = new ArrayList<>(entries());
            change.on(entries);
            StringBuilder lines = new StringBuilder();
            entries.forEach(entry -> lines.append(entry.line()));
            Path next = Files.createTempFile(folder, ".tokens", "");
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
