/** A stand-in for a language model, for who has none: it writes what its script says and understands nothing. */
@NullMarked
package io.dateline.channel.demo;

import org.jspecify.annotations.NullMarked;
