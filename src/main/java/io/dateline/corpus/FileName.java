package io.dateline.corpus;

import java.nio.file.Path;
import java.util.Locale;

/** The last part of a path, and what it says about the file. */
final class FileName {

    private FileName() {}

    static String of(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** Whether it ends with one of the lower-case extensions, in any case. */
    static boolean has(Path file, String... extensions) {
        String name = of(file).toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (name.endsWith(extension)) {
                return true;
            }
        }
        return false;
    }

    static String withoutExtension(Path file) {
        String name = of(file).replaceFirst("(?i)\\.gz$", "");
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
