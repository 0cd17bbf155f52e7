/** The edges: web socket and page, HTTP, terminal. Each only translates. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"desk", "answering", "conversation", "retrieval", "index", "fetching", "corpus"})
package io.dateline.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
