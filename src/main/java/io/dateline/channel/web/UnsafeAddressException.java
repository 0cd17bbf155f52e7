package io.dateline.channel.web;

/** Dateline was to listen where others reach it, without being told under which names. */
final class UnsafeAddressException extends RuntimeException {

    private final String remedy;

    private UnsafeAddressException(String address, String lack, String remedy) {
        super("Dateline would listen on " + address + ", where other machines reach it, but " + lack + ".");
        this.remedy = remedy;
    }

    static UnsafeAddressException withoutNames(String address) {
        return new UnsafeAddressException(
                address,
                "dateline.web.allowed-hosts names no host",
                "Set dateline.web.allowed-hosts to the names under which people reach Dateline,"
                        + " for example news.example.org");
    }

    static UnsafeAddressException withoutAccess(String address) {
        return new UnsafeAddressException(
                address,
                "dateline.access is none, so that everybody there could read what was asked",
                "Set dateline.access to token or oidc (a token is made by: dateline token add NAME)");
    }

    String remedy() {
        return remedy + ", or server.address to 127.0.0.1 to serve this machine alone.";
    }
}
