/**
 * News from elsewhere: pages and feeds. Every request that leaves for them goes through {@link io.dateline.fetching.Fetcher}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "index"})
package io.dateline.fetching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
