package io.dateline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.evaluation.LineChart.Axis;
import io.dateline.evaluation.LineChart.Line;
import io.dateline.evaluation.LineChart.Point;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LineChartTest {

    @Test
    void linesRunFromTheBeginningOfTheAxesToTheirEnd() throws Exception {
        assertThat(drawn(new Axis("share", List.of(0.0, 1.0), "%.1f", false)))
                .isEqualTo("72.0,304.0 344.0,176.0 616.0,48.0");
    }

    @Test
    void onALogarithmicAxisAFactorIsADistance() throws Exception {
        String svg = chart(
                        new Axis("passages", List.of(1.0, 10.0, 100.0), "%,.0f", true),
                        List.of(new Point(1, 0), new Point(10, 0.5), new Point(100, 1)))
                .svg();
        assertThat(points(svg)).isEqualTo("72.0,304.0 344.0,176.0 616.0,48.0");
    }

    @Test
    void whatIsWrittenOnItIsNoMarkup() throws Exception {
        String svg = new LineChart(
                        "a < b & c",
                        new Axis("x", List.of(0.0, 1.0), "%.0f", false),
                        new Axis("y", List.of(0.0, 1.0), "%.0f", false),
                        List.of())
                .svg();
        assertThat(parsed(svg).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & c");
    }

    private static String drawn(Axis x) throws Exception {
        return points(chart(x, List.of(new Point(0, 0), new Point(0.5, 0.5), new Point(1, 1)))
                .svg());
    }

    private static LineChart chart(Axis x, List<Point> points) {
        return new LineChart(
                "title", x, new Axis("y", List.of(0.0, 1.0), "%.1f", false), List.of(new Line("line", points)));
    }

    private static String points(String svg) throws Exception {
        return parsed(svg)
                .getElementsByTagName("polyline")
                .item(0)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
