package io.dateline.channel.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request through when it is known who sent it, or when its path is open to all. A browser that opens the page is sent
 * to sign in; everything else gets 401. What is not named as open is closed, so that a new endpoint is closed until somebody
 * decides otherwise.
 */
final class AccessFilter extends OncePerRequestFilter {

    private final Admission admission;
    private final SignInPlace signIn;

    AccessFilter(Admission admission, SignInPlace signIn) {
        this.admission = admission;
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> sender = admission.sender(request);
        sender.ifPresent(person -> person.sends(request));
        OpenPath path = OpenPath.of(request);
        // A wrong token is refused even where none is needed: whoever sent it means to be somebody.
        boolean isWrong = sender.isEmpty() && BearerToken.of(request).isPresent();
        if (sender.isPresent() || (path == OpenPath.TO_ALL && !isWrong)) {
            chain.doFilter(request, response);
        } else if (path == OpenPath.PAGE) {
            response.setHeader("Cache-Control", "no-store");
            // Relative, since a proxy in front may have another scheme and name.
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", signIn.of(request, response));
        } else {
            refuse(request, response, isWrong);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, boolean isWrong)
            throws IOException {
        String why = isWrong
                ? "This token is not known here; it was revoked, or it is misspelt."
                : "Sign in first: send your token as 'Authorization: Bearer …'.";
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer realm=\"Dateline\"");
        boolean isOpenAi = request.getRequestURI().startsWith("/v1/");
        response.setContentType(isOpenAi ? "application/json" : "application/problem+json");
        String body = isOpenAi
                ? "{\"error\":{\"message\":\"%s\",\"type\":\"authentication_error\",\"param\":null,\"code\":\"invalid_api_key\"}}"
                : "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"%s\"}";
        response.getOutputStream().write(body.formatted(why).getBytes(StandardCharsets.UTF_8));
    }
}
