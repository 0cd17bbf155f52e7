package io.dateline.channel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A question in the page's address, {@code /?q=…}, is asked as soon as the page opens. That is what a person wants who typed it into the
 * address bar; a foreign site must not be able to ask by a link or a window it opens. Where the browser does not say that the
 * address came from the person or from the page itself, the question is put into the box, {@code /?draft=…}, and nothing is asked.
 */
final class LinkedQuestionFilter extends OncePerRequestFilter {

    private static final Set<String> OWN = Set.of("none", "same-origin");

    /** All that the page gets to read from a foreign address. */
    private static final Pattern DRAFT = Pattern.compile("draft=[^&]*(&asOf=[0-9-]*)?");

    private static final Pattern DAY = Pattern.compile("[0-9-]{10}");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String query = request.getQueryString();
        return !request.getServletPath().equals("/")
                || query == null
                || DRAFT.matcher(query).matches()
                || OWN.contains(String.valueOf(request.getHeader("Sec-Fetch-Site")));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asOf = parameter(request, "asOf");
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                "/?draft=" + URLEncoder.encode(parameter(request, "q"), StandardCharsets.UTF_8)
                        + (DAY.matcher(asOf).matches() ? "&asOf=" + asOf : ""));
    }

    private static String parameter(HttpServletRequest request, String name) {
        try {
            String value = request.getParameter(name);
            return value == null ? "" : value;
        } catch (IllegalStateException e) {
            // Tomcat cannot read what a browser might.
            return "";
        }
    }
}
