package io.dateline.inference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a language model costs.
 *
 * @param input price of a million tokens that it reads; null when nobody said
 * @param output price of a million tokens that it writes
 * @param currency stands before the amount
 */
public record ModelPrice(
        @Nullable BigDecimal input,
        @Nullable BigDecimal output,
        @DefaultValue("$") String currency) {

    /** Of a model of which nobody said what it costs. */
    public static final ModelPrice UNKNOWN = new ModelPrice(null, null, "");

    private static final int MILLION_DIGITS = 6;

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    public ModelPrice {
        for (BigDecimal price : new BigDecimal[] {input, output}) {
            if (price != null && price.signum() < 0) {
                throw new IllegalArgumentException(
                        "dateline.model.price.input and .output must not be negative, got: " + price);
            }
        }
        if ((input == null) != (output == null)) {
            throw new IllegalArgumentException("dateline.model.price needs both input and output");
        }
    }

    /** The price of one answer as people read it, such as {@code $0.0021}; null when nobody said what tokens cost. */
    public @Nullable String of(int inputTokens, int outputTokens) {
        if (input == null || output == null) {
            return null;
        }
        BigDecimal sum = input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION_DIGITS);
        return currency + sum.round(TWO_DIGITS).stripTrailingZeros().toPlainString();
    }
}
