/**
 * Where questions are handed in, answered once each, and their answers handed out: {@link io.dateline.desk.AnswerDesk} lets each run as a
 * {@code RunningQuestion} that writes an {@link io.dateline.desk.AnswerLog}, which any number of callers may read from any place, and
 * {@code TurnKeeper} keeps the answer. How many may ask at a time is a matter of {@code Allowances}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"answering", "conversation", "index"})
package io.dateline.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
