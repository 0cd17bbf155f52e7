/**
 * Articles in and out of the search engine. {@link io.dateline.index.ArticleIndex} is the seam; no type of an engine leaves
 * this package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "inference"})
package io.dateline.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
