package io.dateline.channel.web;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides by {@code Host} and {@code Origin} whether a request may come in. A page of a foreign site can make a browser call
 * the loopback address, also under a name of its own (DNS rebinding); it cannot make the browser lie in these headers.
 * Immutable.
 */
final class Gatekeeper {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final String AUTHORITY = "([a-z0-9][a-z0-9.-]*|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?";
    private static final Pattern HOST = Pattern.compile(AUTHORITY);
    private static final Pattern ORIGIN = Pattern.compile("(https?)://" + AUTHORITY);

    private final Set<String> configuredHosts;
    private final Set<String> configuredOrigins;

    Gatekeeper(Iterable<String> allowedHosts, Iterable<String> allowedOrigins) {
        configuredHosts = lowerCase(allowedHosts);
        configuredOrigins = lowerCase(allowedOrigins);
    }

    boolean admitsHost(@Nullable String host) {
        Matcher name = HOST.matcher(lowerCase(host));
        return name.matches() && (LOOPBACK.contains(name.group(1)) || configuredHosts.contains(name.group(1)));
    }

    /**
     * Whether a page of this origin may call.
     *
     * @param host of the same request, which must be admitted
     * @param isSecure whether the request came over TLS; a host that was configured may have a proxy in front that ends it
     */
    boolean admitsOrigin(String origin, @Nullable String host, boolean isSecure) {
        Matcher page = ORIGIN.matcher(lowerCase(origin));
        Matcher here = HOST.matcher(lowerCase(host));
        if (!page.matches() || !here.matches()) {
            return false;
        }
        if (configuredOrigins.contains(lowerCase(origin))) {
            return true;
        }
        String scheme = page.group(1);
        boolean isSameScheme = scheme.equals(isSecure ? "https" : "http")
                || (scheme.equals("https") && configuredHosts.contains(here.group(1)));
        return isSameScheme
                && page.group(2).equals(here.group(1))
                && port(page.group(3), scheme).equals(port(here.group(2), scheme));
    }

    private static String port(@Nullable String port, String scheme) {
        if (port != null) {
            return port;
        }
        return scheme.equals("https") ? "443" : "80";
    }

    private static String lowerCase(@Nullable String value) {
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private static Set<String> lowerCase(Iterable<String> values) {
        Set<String> result = new TreeSet<>();
        values.forEach(value -> result.add(lowerCase(value.strip())));
        return Set.copyOf(result);
    }
}
