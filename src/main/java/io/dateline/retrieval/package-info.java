/** From a question to ranked hits: candidates by words and by meaning, fused by rank. */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "index", "inference"})
package io.dateline.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
