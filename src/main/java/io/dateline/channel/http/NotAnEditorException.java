package io.dateline.channel.http;

/** Somebody who may ask, but not change what is in the archive. */
final class NotAnEditorException extends RuntimeException {

    NotAnEditorException() {
        super("Only editors add and delete articles here. Whoever runs this Dateline names them in dateline.editors.");
    }
}
