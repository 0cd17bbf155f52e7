package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReaderWindowTest {

    private static final ReaderSettings SETTINGS = new ReaderSettings(32, 6, 4, 8, 10, Map.of());

    @Test
    void laysOutQuestionTitleAndPassageBetweenSeparators() {
        ReaderWindow window = windows(2, 1, 3).getFirst();
        assertThat(window.ids().array()).containsExactly(101, 1, 2, 102, 1, 102, 1, 2, 3, 102);
        assertThat(window.types().array()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        assertThat(window.from()).isEqualTo(6);
    }

    @Test
    void leavesOutTheSeparatorOfAMissingTitle() {
        assertThat(windows(2, 0, 1).getFirst().ids().array()).containsExactly(101, 1, 2, 102, 1, 102);
    }

    @Test
    void cutsLongQuestionsAndTitles() {
        assertThat(windows(50, 50, 1).getFirst().from()).isEqualTo(1 + 6 + 1 + 4 + 1);
    }

    @Test
    void coversALongPassageWithOverlappingWindows() {
        List<ReaderWindow> windows = windows(2, 1, 100);
        int next = 0;
        for (ReaderWindow window : windows) {
            assertThat(window.ids().capacity()).isLessThanOrEqualTo(SETTINGS.maxTokens());
            int first = window.offsets().getFirst().getStart();
            assertThat(first).isEqualTo(next == 0 ? 0 : next - SETTINGS.overlapTokens());
            next = window.offsets().getLast().getEnd();
        }
        assertThat(next).isEqualTo(100);
    }

    private static List<ReaderWindow> windows(int question, int title, int passage) {
        CharSpan[] offsets = IntStream.range(0, passage)
                .mapToObj(i -> new CharSpan(i, i + 1))
                .toArray(CharSpan[]::new);
        return ReaderWindow.of(ids(question), ids(title), ids(passage), offsets, SETTINGS);
    }

    private static long[] ids(int count) {
        return LongStream.rangeClosed(1, count).toArray();
    }
}
