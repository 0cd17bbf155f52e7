package io.dateline.answering;

import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.Citation.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a language model as it streams, checked statement by statement. A statement is a sentence, or what stands in one between
 * two markers. {@code [7]}, {@code [7, 9]} and {@code 【7】} point at numbered evidence and become citations numbered from 1, each with
 * the verdict on the statement before it; a sentence that ends without one gets the mark {@value #NO_SOURCE}. Quotation marks around
 * words that stand in no evidence are taken away. Nothing of it acts as a link, an image or HTML. Not thread-safe; one for each answer.
 */
final class CitedText {

    /** Stands behind a sentence that cites nothing. */
    static final String NO_SOURCE = "[?]";

    private static final int LONGEST_QUOTATION = 600;

    private static final String MARKER = "[\\[【]\\s*\\d{1,3}(?:\\s*[,;]\\s*\\d{1,3})*\\s*[]】]";
    private static final Pattern MARKERS = Pattern.compile(MARKER + "(?:\\s*" + MARKER + ")*");
    private static final Pattern UNFINISHED = Pattern.compile("(?:" + MARKER + "\\s*)*(?:[\\[【][\\d\\s,;]{0,40})?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SENTENCE_END =
            Pattern.compile(".*[\\p{L}\\p{N}%)”’\"'][.!?…]+[)”’\"']*", Pattern.DOTALL);
    private static final Pattern ABBREVIATION = Pattern.compile(
            ".*\\b(?:\\p{L}|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Jr|Sr|No|vs|[JFMASOND]\\p{Ll}{2,3})\\.",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}[\\p{L}\\p{M}]*");

    private final List<Finding> evidence;
    private final Consumer<AnswerEvent> listener;
    private final Set<String> smallWords;
    private final Map<Cited, Citation> citations = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder statement = new StringBuilder();
    private String pending = "";
    private StringBuilder piece = new StringBuilder();
    private final List<String> quotations = new ArrayList<>();
    private boolean isMisquoted;
    private int supported;
    private int unsupported;

    /** @param evidence the first is number 1 */
    CitedText(List<Finding> evidence, Consumer<AnswerEvent> listener) {
        this.evidence = List.copyOf(evidence);
        this.listener = listener;
        this.smallWords = evidence.stream()
                .flatMap(
                        finding -> SMALL_WORD.matcher(finding.sentence().text()).results())
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The same evidence is cited under another number where it does not support what is said. */
    private record Cited(int evidence, Verdict verdict) {}

    /** Gives the first evidence citation number 1 before any text does, since a fact that was shown already cites it. */
    void citeFirst() {
        citations.put(new Cited(1, Verdict.SUPPORTED), evidence.getFirst().cite(1, Verdict.SUPPORTED));
    }

    /** Takes the next piece of the stream; holds back what may be the beginning of a marker or a quotation. */
    void read(String delta) {
        pending += delta;
        consume(false);
    }

    /** Takes what was held back when the stream has ended. */
    void end() {
        consume(true);
        endSentence();
        emit();
    }

    String text() {
        return text.toString();
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    /** How many statements the sentences they cite support. */
    int supported() {
        return supported;
    }

    /** How many statements they do not, or that cite nothing. */
    int unsupported() {
        return unsupported;
    }

    private void consume(boolean isEnd) {
        int at = 0;
        while (at < pending.length()) {
            int next = step(at, isEnd);
            if (next < 0) {
                break;
            }
            at = next;
        }
        pending = pending.substring(at);
        emit();
    }

    /** Takes what stands at a place; gives where to go on, or -1 if more of the stream is needed to tell what it is. */
    private int step(int at, boolean isEnd) {
        char c = pending.charAt(at);
        if (c == '[' || c == '【') {
            return marker(at, isEnd);
        }
        if (c == '“' || c == '"') {
            return quotation(at, isEnd);
        }
        if (Character.isWhitespace(c) && SENTENCE_END.matcher(statement).matches()) {
            return gap(at, isEnd);
        }
        add(c);
        return at + 1;
    }

    private int marker(int at, boolean isEnd) {
        Matcher markers = MARKERS.matcher(pending).region(at, pending.length());
        boolean isMarker = markers.lookingAt();
        int behind = isMarker ? markers.end() : at;
        if (!isEnd
                && UNFINISHED.matcher(pending.substring(behind).stripLeading()).matches()) {
            return -1;
        }
        if (!isMarker) {
            add(pending.charAt(at));
            return at + 1;
        }
        cite(NUMBER.matcher(markers.group())
                .results()
                .map(number -> Integer.parseInt(number.group()))
                .filter(number -> number >= 1 && number <= evidence.size())
                .distinct()
                .toList());
        return behind;
    }

    private int quotation(int at, boolean isEnd) {
        char close = pending.charAt(at) == '“' ? '”' : '"';
        int end = pending.indexOf(close, at + 1);
        if (end < 0 && !isEnd && pending.length() - at < LONGEST_QUOTATION) {
            return -1;
        }
        if (end < 0) {
            isMisquoted = true;
            return at + 1;
        }
        String quoted = pending.substring(at + 1, end);
        boolean isVerbatim = stands(quoted, evidence);
        isMisquoted |= !isVerbatim;
        if (isVerbatim) {
            quotations.add(quoted);
            add(pending.charAt(at));
        }
        quoted.chars().forEach(c -> add((char) c));
        if (isVerbatim) {
            add(close);
        }
        return end + 1;
    }

    /** Space behind what looks like the end of a sentence: what follows tells whether it is one, and whether it has its marker yet. */
    private int gap(int at, boolean isEnd) {
        int next = at;
        while (next < pending.length() && Character.isWhitespace(pending.charAt(next))) {
            next++;
        }
        if (next == pending.length() && !isEnd) {
            return -1;
        }
        boolean hasMarker = next < pending.length() && "[【".indexOf(pending.charAt(next)) >= 0;
        if (hasMarker && !isEnd && UNFINISHED.matcher(pending.substring(next)).matches()) {
            return -1;
        }
        hasMarker = hasMarker
                && MARKERS.matcher(pending).region(next, pending.length()).lookingAt();
        boolean isNewLine = pending.substring(at, next).indexOf('\n') >= 0;
        boolean begins = next < pending.length() && !Character.isLowerCase(pending.charAt(next));
        if (!hasMarker
                && begins
                && (isNewLine || !ABBREVIATION.matcher(statement).matches())) {
            endSentence();
        }
        String gap = pending.substring(at, next);
        statement.append(gap);
        piece.append(gap);
        return next;
    }

    /** Ends a sentence; one that ends with its marker has been judged already. */
    private void endSentence() {
        if (WORD.matcher(statement).find()) {
            unsupported++;
            piece.append(' ').append(NO_SOURCE);
        }
        statement.setLength(0);
        quotations.clear();
        isMisquoted = false;
    }

    private void cite(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        List<Finding> cited = numbers.stream().map(n -> evidence.get(n - 1)).toList();
        Verdict verdict = Verdict.UNCHECKED;
        if (WORD.matcher(statement).find()) {
            boolean isQuotedHere = !isMisquoted && quotations.stream().allMatch(quoted -> stands(quoted, cited));
            boolean holds = isQuotedHere && StatementCheck.isSupported(statement.toString(), cited, smallWords);
            verdict = holds ? Verdict.SUPPORTED : Verdict.UNSUPPORTED;
            supported += holds ? 1 : 0;
            unsupported += holds ? 0 : 1;
        }
        List<Citation> added = new ArrayList<>();
        for (int number : numbers) {
            Cited key = new Cited(number, verdict);
            Citation citation = citations.get(key);
            if (citation == null) {
                citation = evidence.get(number - 1).cite(citations.size() + 1, verdict);
                citations.put(key, citation);
                added.add(citation);
            }
            piece.append('[').append(citation.number()).append(']');
        }
        emit();
        added.forEach(citation -> listener.accept(new CitationAdded(citation)));
        statement.setLength(0);
        quotations.clear();
        isMisquoted = false;
    }

    /** One character of the model's own; whatever could begin a link, an image, HTML or code is escaped. */
    private void add(char c) {
        boolean isLink = c == '/' && statement.length() > 0 && statement.charAt(statement.length() - 1) == ':';
        boolean isInvisible = Character.getType(c) == Character.FORMAT || (Character.isISOControl(c) && c != '\n');
        if (isInvisible) {
            return;
        }
        statement.append(c);
        if (isLink || "[]<>`\\~".indexOf(c) >= 0) {
            piece.append('\\');
        }
        piece.append(c);
    }

    private void emit() {
        if (!piece.isEmpty()) {
            String whole = piece.toString();
            piece = new StringBuilder();
            text.append(whole);
            listener.accept(new TextAdded(whole));
        }
    }

    private static boolean stands(String quoted, List<Finding> findings) {
        return findings.stream().anyMatch(f -> plain(f.sentence().text()).contains(plain(quoted)));
    }

    /** Spaces and the shape of quotation marks do not make another text. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("[‘’]", "'")
                .replaceAll("[“”]", "\"")
                .strip();
    }
}
