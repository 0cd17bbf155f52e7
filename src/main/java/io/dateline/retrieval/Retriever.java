package io.dateline.retrieval;

import java.util.List;

/** Finds passages for a query. Thread-safe. */
public interface Retriever {

    /**
     * The best passages, best first, ties by passage id; empty if the collection holds nothing like it.
     *
     * @param k hits wanted, at least 1
     */
    List<Hit> retrieve(SearchQuery query, int k);
}
