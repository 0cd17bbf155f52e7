package io.dateline.corpus;

import java.util.HashMap;
import java.util.Map;

/** The ids that one file has used so far, and the lines they stand on. */
final class KnownIds {

    private final Map<String, Integer> lines = new HashMap<>();

    void add(String id, int line) throws RejectedArticle {
        Integer earlier = lines.putIfAbsent(id, line);
        if (earlier != null) {
            throw new RejectedArticle("has the id " + id + " that line " + earlier
                    + " has already, which is kept; give each article an id of its own");
        }
    }
}
