package io.dateline.channel;

import jakarta.servlet.http.HttpServletRequest;

/** Where the pages of this server are, for whoever sent a request. */
public final class PageAddress {

    private PageAddress() {}

    /** As the caller reaches them, such as {@code http://localhost:8080}; the gate has checked the name. */
    public static String of(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }
}
