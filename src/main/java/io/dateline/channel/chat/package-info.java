/** What all chat services share: asking one question after the other, and answers in the Markdown that they show. */
@NullMarked
package io.dateline.channel.chat;

import org.jspecify.annotations.NullMarked;
