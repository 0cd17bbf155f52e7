package io.dateline.channel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** {@code dateline.access=oidc}: whoever the provider signed in, in the page's session or by a bearer token it made for Dateline. */
final class OidcAdmission implements Admission {

    private final JwtDecoder decoder;

    OidcAdmission(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public String mode() {
        return "oidc";
    }

    @Override
    public Optional<Person> holder(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return person(jwt.getSubject(), jwt.getClaimAsString("name"));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Person> sender(HttpServletRequest request) {
        Optional<String> token = BearerToken.of(request);
        if (token.isPresent()) {
            return holder(token.get());
        }
        Principal principal = request.getUserPrincipal();
        return principal instanceof Authentication signedIn && signedIn.getPrincipal() instanceof OidcUser user
                ? person(user.getSubject(), user.getFullName())
                : Optional.empty();
    }

    private static Optional<Person> person(@Nullable String subject, @Nullable String name) {
        return Optional.ofNullable(subject).map(who -> new Person("oidc:" + who, name == null ? who : name));
    }
}
