/**
 * Dateline as a model of OpenAI's chat completions, for programs that speak to such a model already. Nothing that comes in here
 * is kept: the caller sends the conversation with each question.
 */
@NullMarked
package io.dateline.channel.openai;

import org.jspecify.annotations.NullMarked;
