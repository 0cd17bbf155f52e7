package io.dateline.channel.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who somebody is by what they show. Thread-safe. */
public interface Admission {

    /** How people show who they are, as {@code dateline.access} has it. */
    String mode();

    /** Who holds this token; empty when nobody does. */
    Optional<Person> holder(String token);

    /** Who sent the request, by its {@code Authorization} header, its cookie or its session; empty when nothing tells. */
    Optional<Person> sender(HttpServletRequest request);

    /** Whether people must show who they are. */
    default boolean isAsked() {
        return true;
    }
}
