/**
 * The chain from a question to a cited answer: understand, retrieve, read, compose, cite. It speaks in
 * {@link io.dateline.answering.AnswerEvent}s; the channels translate them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "index", "retrieval", "conversation", "inference"})
package io.dateline.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
