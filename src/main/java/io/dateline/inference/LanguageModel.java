package io.dateline.inference;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The language model that is connected.
 *
 * @param provider in whose protocol it is spoken to, in small letters
 * @param server without a key in it
 * @param chat sends nothing before it is asked
 * @param models asks the server for the names of the models that it has; throws what the client throws
 */
public record LanguageModel(
        String provider,
        String name,
        URI server,
        StreamingChatModel chat,
        ModelLimits limits,
        ModelPrice price,
        Callable<List<String>> models) {}
