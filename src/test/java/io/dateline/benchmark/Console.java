package io.dateline.benchmark;

/** Where benchmarks print. */
final class Console {

    private Console() {}

    @SuppressWarnings("SystemOut")
    static void print(String line) {
        System.out.println(line);
    }
}
