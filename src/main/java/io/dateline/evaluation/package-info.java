/** Measures retrieval and answering on question sets. Nothing uses it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "inference", "index", "retrieval", "answering"})
package io.dateline.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
