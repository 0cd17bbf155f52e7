package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ModelPriceTest {

    @Test
    void isThatOfAMillionTokensByTokens() {
        ModelPrice price = new ModelPrice(new BigDecimal("0.15"), new BigDecimal("0.60"), "$");
        assertThat(price.of(2_000, 100)).isEqualTo("$0.00036");
        assertThat(price.of(10_000_000, 1_000_000)).isEqualTo("$2.1");
        assertThat(price.of(0, 0)).isEqualTo("$0");
    }

    @Test
    void isNotKnownWhenNobodySaidIt() {
        assertThat(ModelPrice.UNKNOWN.of(2_000, 100)).isNull();
    }

    @Test
    void isRefusedWhenItIsNegativeOrHalf() {
        BigDecimal one = BigDecimal.ONE;
        assertThatThrownBy(() -> new ModelPrice(one.negate(), one, "$")).hasMessageContaining("got: -1");
        assertThatThrownBy(() -> new ModelPrice(one, null, "$")).hasMessageContaining("both input and output");
    }
}
