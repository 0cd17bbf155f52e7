package io.dateline.launch;

/** The start class. Compiled for Java 11, so that an older java gets a sentence instead of UnsupportedClassVersionError. */
public final class Launch {

    private static final int OLDEST_JAVA = 21;

    private Launch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        int feature = Runtime.version().feature();
        if (feature < OLDEST_JAVA) {
            System.err.println("Dateline needs Java " + OLDEST_JAVA + " or newer; this is Java " + feature + " ("
                    + System.getProperty("java.home") + ").\n"
                    + "Start it with ./dateline, which looks for a newer JDK, or set JAVA_HOME.");
            System.exit(2);
        }
        Class.forName("io.dateline.DatelineApplication")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
