package io.dateline.channel.access;

import java.util.Set;

/**
 * Who may add and delete articles: on this machine alone everybody, among several people those whom {@code dateline.editors}
 * names. Thread-safe.
 */
public final class Editors {

    private static final String ALL = "*";

    private final boolean areAsked;
    private final Set<String> named;

    /**
     * @param areAsked whether people must show who they are
     * @param named names of tokens, subjects of the OpenID provider, or {@code *} for everybody
     */
    Editors(boolean areAsked, Set<String> named) {
        this.areAsked = areAsked;
        this.named = Set.copyOf(named);
    }

    public boolean include(Person person) {
        String who = person.owner().substring(person.owner().indexOf(':') + 1);
        return !areAsked || named.contains(ALL) || named.contains(who);
    }
}
