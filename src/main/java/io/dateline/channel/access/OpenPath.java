package io.dateline.channel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may call a path before it is known who they are. */
enum OpenPath {
    /** Nothing of the archive is behind it, or it checks by itself who calls. */
    TO_ALL,
    /** An address of the page: a browser is sent to sign in. */
    PAGE,
    CLOSED;

    private static final Set<String> OPEN = Set.of(
            "/actuator/health",
            "/api/session",
            "/error",
            "/ws/chat",
            "/sign-in.html",
            "/opensearch.xml",
            "/favicon.ico");

    /** Chat services sign what they send, and get it checked where it is read. */
    private static final Set<String> SIGNED = Set.of("slack", "mattermost", "zulip", "login", "oauth2");

    private static final Set<String> PROGRAMS = Set.of("api", "v1", "v3", "mcp", "actuator", "ws");

    private static final Pattern PAGE_ADDRESS = Pattern.compile("/|/index\\.html|/docs\\.html|/[ac]/[^/]+");

    private static final Pattern PAGE_FILE = Pattern.compile("(/[A-Za-z0-9_.-]+)+\\.(js|css|svg|png|woff2)");

    static OpenPath of(HttpServletRequest request) {
        String info = request.getPathInfo();
        return of(request.getServletPath() + (info == null ? "" : info));
    }

    /** @param path decoded and without {@code .} and {@code ..}, as the container maps it */
    static OpenPath of(String path) {
        String first = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        if (OPEN.contains(path) || SIGNED.contains(first) || path.startsWith("/actuator/health/")) {
            return TO_ALL;
        }
        if (PROGRAMS.contains(first)) {
            return CLOSED;
        }
        if (PAGE_FILE.matcher(path).matches()) {
            return TO_ALL;
        }
        return PAGE_ADDRESS.matcher(path).matches() ? PAGE : CLOSED;
    }
}
