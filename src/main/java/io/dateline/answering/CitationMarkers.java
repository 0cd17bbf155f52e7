package io.dateline.answering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the markers out of a language model's text as it streams: {@code [7]}, {@code [7, 9]} and {@code 【7】} point at numbered
 * evidence and become citation numbers from 1 in order of first use. A marker that points at no evidence is dropped. Not
 * thread-safe; one for each answer.
 */
final class CitationMarkers {

    private static final Pattern MARKER = Pattern.compile("[\\[【]\\s*(\\d{1,3}(?:\\s*[,;]\\s*\\d{1,3})*)\\s*[]】]");
    private static final Pattern UNFINISHED = Pattern.compile("[\\[【][\\d\\s,;]{0,40}$");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final List<Finding> evidence;
    private final Map<Integer, Citation> cited = new LinkedHashMap<>();
    private String pending = "";

    /** @param evidence the first is number 1 */
    CitationMarkers(List<Finding> evidence) {
        this.evidence = List.copyOf(evidence);
    }

    /** Gives the first evidence citation number 1 before any text does, since a fact that was shown already cites it. */
    void citeFirst() {
        cite(1, new ArrayList<>());
    }

    /**
     * A piece of text that is safe to show.
     *
     * @param added the citations whose markers stand in the text and did not before
     */
    record Piece(String text, List<Citation> added) {}

    /** Takes the next piece of the stream; holds back what may be the beginning of a marker. */
    Piece read(String delta) {
        String text = pending + delta;
        Matcher unfinished = UNFINISHED.matcher(text);
        int end = unfinished.find() ? unfinished.start() : text.length();
        pending = text.substring(end);
        return translate(text.substring(0, end));
    }

    /** Gives back what was held back when the stream has ended. */
    Piece end() {
        String rest = pending;
        pending = "";
        return translate(rest);
    }

    List<Citation> citations() {
        return List.copyOf(cited.values());
    }

    private Piece translate(String text) {
        List<Citation> added = new ArrayList<>();
        String translated = MARKER.matcher(text)
                .replaceAll(marker -> NUMBER.matcher(marker.group(1))
                        .results()
                        .map(number -> Integer.parseInt(number.group()))
                        .filter(number -> number >= 1 && number <= evidence.size())
                        .map(number -> "[" + cite(number, added).number() + "]")
                        .reduce("", String::concat));
        return new Piece(translated, added);
    }

    private Citation cite(int number, List<Citation> added) {
        Citation known = cited.get(number);
        if (known != null) {
            return known;
        }
        Citation citation = evidence.get(number - 1).cite(cited.size() + 1, Citation.Verdict.UNCHECKED);
        cited.put(number, citation);
        added.add(citation);
        return citation;
    }
}
