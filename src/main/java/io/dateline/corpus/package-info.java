/**
 * Article files and what becomes of them: {@link io.dateline.corpus.Article articles}, their sentences, and the passages
 * that are searched. All offsets are UTF-16 indices into {@link io.dateline.corpus.Article#body()}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.dateline.corpus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
