/** The terminal: {@code dateline serve} and {@code dateline ask}. Exit codes: 0 answered, 3 not in the archive, 2 wrong usage, 1 failed. */
@NullMarked
@NamedInterface("console")
package io.dateline.channel.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
