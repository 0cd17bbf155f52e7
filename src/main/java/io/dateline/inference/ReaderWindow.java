package io.dateline.inference;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One input of the reader: {@code [CLS] question [SEP] title [SEP] tokens of the passage [SEP]}.
 *
 * @param types 0 up to the first separator and 1 after it
 * @param from position of the first passage token
 * @param offsets where each passage token stands in the passage, half-open, in code points
 */
record ReaderWindow(LongBuffer ids, LongBuffer types, int from, List<CharSpan> offsets) {

    private static final long CLS = 101;
    private static final long SEP = 102;

    /** Cuts a passage into windows that overlap; each is as long as the settings allow. */
    static List<ReaderWindow> of(
            long[] question, long[] title, long[] passage, CharSpan[] offsets, ReaderSettings settings) {
        long[] head = head(question, title, settings);
        int typeZero = Math.min(question.length, settings.maxQuestionTokens()) + 2;
        int room = Math.max(settings.maxTokens() - head.length - 1, settings.overlapTokens() + 1);
        List<ReaderWindow> windows = new ArrayList<>();
        int start = 0;
        while (true) {
            int end = Math.min(passage.length, start + room);
            long[] ids = Arrays.copyOf(head, head.length + end - start + 1);
            System.arraycopy(passage, start, ids, head.length, end - start);
            ids[ids.length - 1] = SEP;
            long[] types = new long[ids.length];
            Arrays.fill(types, typeZero, types.length, 1);
            windows.add(new ReaderWindow(
                    LongBuffer.wrap(ids),
                    LongBuffer.wrap(types),
                    head.length,
                    List.of(Arrays.copyOfRange(offsets, start, end))));
            if (end == passage.length) {
                return windows;
            }
            start += room - settings.overlapTokens();
        }
    }

    private static long[] head(long[] question, long[] title, ReaderSettings settings) {
        int questionTokens = Math.min(question.length, settings.maxQuestionTokens());
        int titleTokens = Math.min(title.length, settings.maxTitleTokens());
        long[] head = new long[questionTokens + 2 + (titleTokens == 0 ? 0 : titleTokens + 1)];
        head[0] = CLS;
        System.arraycopy(question, 0, head, 1, questionTokens);
        head[questionTokens + 1] = SEP;
        if (titleTokens > 0) {
            System.arraycopy(title, 0, head, questionTokens + 2, titleTokens);
            head[head.length - 1] = SEP;
        }
        return head;
    }
}
