package io.dateline.channel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** {@code dateline.access=none}: whoever reaches the loopback address. */
final class OpenAdmission implements Admission {

    @Override
    public String mode() {
        return "none";
    }

    @Override
    public Optional<Person> holder(String token) {
        return Optional.of(Person.ANYBODY);
    }

    @Override
    public Optional<Person> sender(HttpServletRequest request) {
        return Optional.of(Person.ANYBODY);
    }

    @Override
    public boolean isAsked() {
        return false;
    }
}
