package io.dateline.index;

import io.dateline.index.Ledger.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which article came from where, kept up to date during a run so that the index need not be asked for each. */
final class KnownArticles {

    private final Map<String, Known> byId = new HashMap<>();
    private final Map<String, Set<String>> byOrigin = new HashMap<>();

    KnownArticles(Map<String, Known> all) {
        all.forEach(this::put);
    }

    @Nullable
    Known get(String id) {
        return byId.get(id);
    }

    int size() {
        return byId.size();
    }

    /** Ids of the articles that came from there. */
    Set<String> from(String origin) {
        return Set.copyOf(byOrigin.getOrDefault(origin, Set.of()));
    }

    Set<String> origins() {
        return Set.copyOf(byOrigin.keySet());
    }

    void put(String id, Known article) {
        remove(id);
        byId.put(id, article);
        byOrigin.computeIfAbsent(article.origin(), origin -> new HashSet<>()).add(id);
    }

    void removeAll(List<String> ids) {
        ids.forEach(this::remove);
    }

    private void remove(String id) {
        Known article = byId.remove(id);
        if (article != null) {
            byOrigin.getOrDefault(article.origin(), new HashSet<>()).remove(id);
        }
    }
}
