package io.dateline.channel.access;

import io.dateline.answering.Question;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Somebody who uses Dateline, as far as Dateline tells people apart.
 *
 * @param owner what their conversations are kept under
 * @param name what to call them
 */
public record Person(String owner, String name) {

    /** Whoever sits at this machine, where people are not told apart. */
    public static final Person ANYBODY = new Person(Question.NOBODY, "");

    private static final String ATTRIBUTE = Person.class.getName();

    /** Who sent the request, as {@link AccessFilter} found out. */
    public static Person of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Person person ? person : ANYBODY;
    }

    void sends(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether this is nobody in particular. */
    public boolean isAnybody() {
        return owner.equals(Question.NOBODY);
    }
}
