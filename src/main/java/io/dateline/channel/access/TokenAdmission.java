package io.dateline.channel.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** {@code dateline.access=token}: whoever holds a token, in the header of a program or the cookie of the page. */
final class TokenAdmission implements Admission {

    static final String COOKIE = "dateline-token";

    private final TokenFile tokens;

    TokenAdmission(TokenFile tokens) {
        this.tokens = tokens;
    }

    @Override
    public String mode() {
        return "token";
    }

    @Override
    public Optional<Person> holder(String token) {
        return tokens.holder(token).map(name -> new Person("token:" + name, name));
    }

    @Override
    public Optional<Person> sender(HttpServletRequest request) {
        return BearerToken.of(request).or(() -> cookie(request)).flatMap(this::holder);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
