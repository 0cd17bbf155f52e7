/** Conversations and their turns, kept in a database so that they outlive the process. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.dateline.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
