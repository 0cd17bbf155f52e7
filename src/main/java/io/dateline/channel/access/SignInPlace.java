package io.dateline.channel.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where a browser signs in. */
@FunctionalInterface
interface SignInPlace {

    /** The address to send the browser to, which brings it back to what it asked for. */
    String of(HttpServletRequest request, HttpServletResponse response);
}
