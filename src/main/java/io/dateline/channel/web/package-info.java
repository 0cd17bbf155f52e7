/** The chat of the page over a web socket, and what guards every request: names, origins, headers. */
@NullMarked
package io.dateline.channel.web;

import org.jspecify.annotations.NullMarked;
