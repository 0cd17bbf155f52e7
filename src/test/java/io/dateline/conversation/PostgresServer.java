package io.dateline.conversation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of this machine's own installation, on a free loopback port, with its files in a folder of its own. */
final class PostgresServer {

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final boolean isRoot = "root".equals(System.getProperty("user.name"));

    private PostgresServer(Path binaries) throws IOException, InterruptedException {
        this.binaries = binaries;
        this.folder = Files.createTempDirectory("dateline-postgres");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        if (isRoot) {
            // The server refuses to run as root; the package has made it a user.
            run(List.of("chown", "postgres", folder.toString()));
        }
        postgres("initdb", "--auth=trust", "--username=dateline", "--encoding=UTF8", "--no-sync", "-D", data());
        postgres(
                "pg_ctl",
                "start",
                "--wait",
                "-D",
                data(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder);
    }

    /** Where {@code initdb} of the newest PostgreSQL is; empty when none is installed. */
    static Optional<Path> installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    static PostgresServer start(Path binaries) throws IOException, InterruptedException {
        return new PostgresServer(binaries);
    }

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=dateline");
        return database;
    }

    void stop() throws IOException, InterruptedException {
        postgres("pg_ctl", "stop", "-m", "fast", "--wait", "-D", data());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void postgres(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + " did not succeed");
        }
    }
}
