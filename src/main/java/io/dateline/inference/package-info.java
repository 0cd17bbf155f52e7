/** The models the other modules use, as LangChain4j types: embeddings, the span reader, a chat model. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.dateline.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
