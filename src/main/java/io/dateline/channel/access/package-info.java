/** Who may use Dateline, and who somebody is: everybody on this machine, holders of tokens, or people of an OpenID provider. */
@NullMarked
package io.dateline.channel.access;

import org.jspecify.annotations.NullMarked;
