package io.dateline.evaluation;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * A picture of lines over two axes, as SVG that reads on light and on dark pages.
 *
 * @param x the axis along the bottom
 * @param y the axis up the left
 */
public record LineChart(String title, Axis x, Axis y, List<Line> lines) {

    private static final int WIDTH = 656;
    private static final int HEIGHT = 360;
    private static final int LEFT = 72;
    private static final int RIGHT = 616;
    private static final int TOP = 48;
    private static final int BOTTOM = 304;

    /** Told apart by people who see few colours too, after Okabe and Ito, "Color Universal Design" (2008). */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #333 }
              .title { font-size: 15px; font-weight: 600 }
              .grid { stroke: #8884 } polyline { fill: none; stroke-width: 2 }
              @media (prefers-color-scheme: dark) { text { fill: #ddd } }
            </style>
            """;

    public LineChart {
        lines = List.copyOf(lines);
        if (lines.size() > COLOURS.size()) {
            throw new IllegalArgumentException(
                    "at most " + COLOURS.size() + " lines can be told apart, got: " + lines.size());
        }
    }

    /**
     * @param ticks in ascending order, at least two; the first and the last are the ends of the axis, above 0 if it is logarithmic
     * @param format of a tick, as {@link String#format} takes it
     */
    public record Axis(String label, List<Double> ticks, String format, boolean logarithmic) {

        public Axis {
            ticks = List.copyOf(ticks);
        }

        /** From a value to 0 at the beginning of the axis and 1 at its end; what lies beyond is put at the end. */
        private double place(double value) {
            DoubleUnaryOperator scale = logarithmic ? Math::log : v -> v;
            double first = scale.applyAsDouble(ticks.getFirst());
            double last = scale.applyAsDouble(ticks.getLast());
            return Math.clamp((scale.applyAsDouble(value) - first) / (last - first), 0, 1);
        }
    }

    /** @param points in the order to connect them */
    public record Line(String name, List<Point> points) {

        public Line {
            points = List.copyOf(points);
        }
    }

    public record Point(double x, double y) {}

    public String svg() {
        StringBuilder svg = new StringBuilder();
        try (Formatter out = new Formatter(svg, Locale.ROOT)) {
            out.format(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n", WIDTH, HEIGHT);
            out.format("<title>%s</title>%n%s", escaped(title), STYLE);
            out.format("<text class=\"title\" x=\"%d\" y=\"24\">%s</text>%n", LEFT, escaped(title));
            for (double tick : x.ticks()) {
                out.format(
                        "<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>%n",
                        across(tick), TOP, BOTTOM);
                out.format(
                        "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                        across(tick), BOTTOM + 20, text(x, tick));
            }
            for (double tick : y.ticks()) {
                out.format(
                        "<line class=\"grid\" x1=\"%2$d\" x2=\"%3$d\" y1=\"%1$.1f\" y2=\"%1$.1f\"/>%n",
                        up(tick), LEFT, RIGHT);
                out.format(
                        "<text text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                        LEFT - 8, up(tick) + 4, text(y, tick));
            }
            out.format(
                    "<text text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>%n",
                    (LEFT + RIGHT) / 2, BOTTOM + 44, escaped(x.label()));
            out.format(
                    "<text text-anchor=\"middle\" transform=\"translate(16 %d) rotate(-90)\">%s</text>%n",
                    (TOP + BOTTOM) / 2, escaped(y.label()));
            for (int i = 0; i < lines.size(); i++) {
                draw(out, lines.get(i), COLOURS.get(i), TOP + 18 + 20 * i);
            }
            out.format("</svg>%n");
        }
        return svg.toString();
    }

    /** @param key where its name stands */
    private void draw(Formatter out, Line drawn, String colour, int key) {
        String points = drawn.points().stream()
                .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", across(p.x()), up(p.y())))
                .collect(Collectors.joining(" "));
        out.format("<polyline stroke=\"%s\" points=\"%s\"/>%n", colour, points);
        out.format(
                "<line x1=\"%d\" x2=\"%d\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"3\"/>%n",
                LEFT + 12, LEFT + 36, key, colour);
        out.format("<text x=\"%d\" y=\"%d\">%s</text>%n", LEFT + 44, key + 4, escaped(drawn.name()));
    }

    private double across(double value) {
        return LEFT + x.place(value) * (RIGHT - LEFT);
    }

    private double up(double value) {
        return BOTTOM - y.place(value) * (BOTTOM - TOP);
    }

    private static String text(Axis axis, double tick) {
        return escaped(String.format(Locale.ROOT, axis.format(), tick));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
