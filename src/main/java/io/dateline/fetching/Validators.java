package io.dateline.fetching;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a server said to recognise a version of a resource by (RFC 9110, 8.8).
 *
 * @param etag with its quotes
 * @param lastModified as the server wrote it
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    public static final Validators NONE = new Validators(null, null);

    static Validators of(HttpMessage response) {
        return new Validators(value(response, HttpHeaders.ETAG), value(response, HttpHeaders.LAST_MODIFIED));
    }

    void ask(HttpMessage request) {
        if (etag != null) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, etag);
        }
        if (lastModified != null) {
            request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, lastModified);
        }
    }

    private static @Nullable String value(HttpMessage message, String name) {
        Header header = message.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
