package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSketchTest {

    private final LineSketch sketch = new LineSketch();
    private final Random random = new Random(5);

    @Test
    void countsEachLineByItself() {
        assertThat(sketch.add(7)).isEqualTo(1);
        assertThat(sketch.add(8)).isEqualTo(1);
        assertThat(sketch.add(7)).isEqualTo(2);
    }

    @Test
    void isNeverTooLowAndSeldomTooHighAmongAMillionLines() {
        long repeated = random.nextLong();
        int tooHigh = 0;
        for (int i = 1; i <= 1_000_000; i++) {
            tooHigh += sketch.add(random.nextLong()) >= 10 ? 1 : 0;
            if (i % 100_000 == 0) {
                assertThat(sketch.add(repeated)).isGreaterThanOrEqualTo(i / 100_000);
            }
        }
        assertThat(tooHigh).isZero();
    }

    @Test
    void staysUsefulHoweverMuchItHasSeen() {
        int tooHigh = 0;
        for (int i = 0; i < 20_000_000; i++) {
            tooHigh += sketch.add(random.nextLong()) >= 10 ? 1 : 0;
        }
        assertThat(tooHigh).isLessThan(20);
    }

    @Test
    void forgetsAllWhenCleared() {
        sketch.add(7);
        sketch.clear();
        assertThat(sketch.add(7)).isEqualTo(1);
    }

    @Test
    void stopsCountingWhereNobodyNeedsToKnow() {
        for (int i = 0; i < 300; i++) {
            sketch.add(7);
        }
        assertThat(sketch.add(7)).isEqualTo(Byte.MAX_VALUE);
    }
}
