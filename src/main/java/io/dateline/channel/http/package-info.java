/** Dateline as HTTP calls: answers, search, articles, conversations. Errors are problem details (RFC 9457). */
@NullMarked
package io.dateline.channel.http;

import org.jspecify.annotations.NullMarked;
