package io.dateline.channel.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The OpenID provider that knows the people.
 *
 * @param issuer its address, as it stands in its tokens
 * @param clientId what Dateline is called there; a bearer token must be made for it
 * @param clientSecret null for a public client
 */
@ConfigurationProperties("dateline.oidc")
record OidcProperties(
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable String clientSecret) {

    String requiredIssuer() {
        return required("issuer", issuer).toString();
    }

    String requiredClientId() {
        return required("client-id", clientId);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("dateline.access is oidc, but dateline.oidc." + name + " is missing");
        }
        return value;
    }
}
