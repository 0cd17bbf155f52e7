/** Dateline answers questions about a collection of news articles, and quotes them. */
@NullMarked
package io.dateline;

import org.jspecify.annotations.NullMarked;
