package io.dateline.channel.http;

/** There is nothing under the id that was asked for. */
final class NotFoundException extends RuntimeException {

    NotFoundException(String what, String id) {
        super("There is no " + what + " with the id " + id + ".");
    }
}
