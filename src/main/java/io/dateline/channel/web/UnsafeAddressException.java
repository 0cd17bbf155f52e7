package io.dateline.channel.web;

/** Dateline was to listen where others reach it, without being told under which names. */
final class UnsafeAddressException extends RuntimeException {

    UnsafeAddressException(String address) {
        super("Dateline would listen on " + address + ", where other machines reach it,"
                + " but dateline.web.allowed-hosts names no host.");
    }
}
