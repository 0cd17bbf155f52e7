package io.dateline.answering;

import io.dateline.corpus.Sentence;

/** A sentence somewhere in an article, and the words of it that a reader points at, the first time they stand there. */
record Said(Sentence sentence, Sentence answer) {

    private static final int SOMEWHERE = 100;

    static Said in(String sentence, String answer) {
        int start = SOMEWHERE + sentence.indexOf(answer);
        return new Said(
                new Sentence(SOMEWHERE, SOMEWHERE + sentence.length(), sentence),
                new Sentence(start, start + answer.length(), answer));
    }
}
