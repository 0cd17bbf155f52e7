package io.dateline.channel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away, before anything else looks at it, what the {@link Gatekeeper} does not admit. */
final class GateFilter extends OncePerRequestFilter {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** What programs call; the rest is what a person may follow a link to. */
    private static final List<String> CALLED = List.of("/api/", "/v1/", "/mcp");

    private final Gatekeeper gatekeeper;
    private final Set<String> signed;

    /** @param signed paths that check by themselves who calls */
    GateFilter(Gatekeeper gatekeeper, Set<String> signed) {
        this.gatekeeper = gatekeeper;
        this.signed = Set.copyOf(signed);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String why = objection(request);
        if (why == null) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .write("{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"%s\"}"
                            .formatted(why)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private @Nullable String objection(HttpServletRequest request) {
        if (signed.contains(request.getRequestURI())) {
            return null;
        }
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() != 1 || !gatekeeper.admitsHost(hosts.getFirst())) {
            return "Dateline is not reached under this name; names are allowed in dateline.web.allowed-hosts.";
        }
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        boolean isAdmitted = origins.stream()
                .allMatch(origin -> gatekeeper.admitsOrigin(origin, hosts.getFirst(), request.isSecure()));
        if (origins.size() > 1 || !isAdmitted) {
            return "Pages of this origin may not use Dateline; origins are allowed in dateline.web.allowed-origins.";
        }
        String path = request.getRequestURI();
        if (path.startsWith("/ws/") && origins.isEmpty()) {
            return "A web socket needs an Origin header.";
        }
        // Browsers say where a call comes from even when they send no Origin with it, as for an image.
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isFromElsewhere = site != null && !OWN_SITES.contains(site) && origins.isEmpty();
        return isFromElsewhere && CALLED.stream().anyMatch(path::startsWith)
                ? "Other sites may not call Dateline."
                : null;
    }
}
