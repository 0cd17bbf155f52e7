package io.dateline.answering;

import java.util.List;

/** Questions to begin with, made from the articles themselves; each has an answer in them. Thread-safe. */
public interface SuggestedQuestions {

    /** @param most how many are wanted; fewer come back when the articles give fewer */
    List<String> suggest(int most);
}
