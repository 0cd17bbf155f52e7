package io.dateline.channel.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * The Markdown of an answer as the Markdown that Slack shows. The markers of citations become links; nothing else does, since the
 * text may come from an article or from a language model that read one: links and pictures keep their words alone, HTML is shown
 * as text, and what Slack would take as a mention or an address is broken up.
 */
public final class ChatMarkdown {

    private static final Parser PARSER = Parser.builder().build();

    /** The marker of a citation; with a backslash before it, it is text of an article. */
    private static final Pattern MARKER = Pattern.compile("(?<!\\\\)\\[(\\d{1,3})]");

    /** Characters for private use stand for the brackets of markers while Markdown is parsed. */
    private static final Pattern HIDDEN_MARKER = Pattern.compile("\uE000(\\d{1,3})\uE001");

    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*_~\\[\\]|]|^[-+#]|^\\d+(?=[.)])");

    private final IntFunction<ChatMarker> markers;

    private ChatMarkdown(IntFunction<ChatMarker> markers) {
        this.markers = markers;
    }

    /** @param markers what the marker of citation n becomes */
    static String of(String markdown, IntFunction<ChatMarker> markers) {
        String hidden =
                MARKER.matcher(markdown.replaceAll("[\uE000\uE001]", "")).replaceAll("\uE000$1\uE001");
        return new ChatMarkdown(markers).blocks(PARSER.parse(hidden), "\n\n");
    }

    /** Text in which nothing acts, neither as Markdown nor as anything of Slack's. */
    public static String escape(String text) {
        return ChatText.inert(ACTIVE.matcher(text).replaceAll("\\\\$0"));
    }

    /** Where the markers of citations are that stand in the text. */
    static List<MatchResult> markers(String markdown) {
        return MARKER.matcher(markdown).results().toList();
    }

    private String blocks(Node parent, String between) {
        List<String> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(block(node));
        }
        return String.join(between, blocks);
    }

    private String block(Node node) {
        return switch (node) {
            case BlockQuote quote -> "> " + blocks(quote, "\n\n").replace("\n", "\n> ");
            case Heading heading -> "**" + inline(heading) + "**";
            case BulletList list -> items(list, list.isTight(), 0);
            case OrderedList list ->
                items(list, list.isTight(), list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case ThematicBreak line -> "---";
            case HtmlBlock html -> text(html.getLiteral().strip());
            default -> inline(node);
        };
    }

    /** @param first number of the first item; 0 for a list without numbers */
    private String items(Node list, boolean isTight, int first) {
        List<String> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = first == 0 ? "- " : (first + items.size()) + ". ";
            String text = blocks(item, isTight ? "\n" : "\n\n");
            items.add(mark + text.replace("\n", "\n" + " ".repeat(mark.length())));
        }
        return String.join("\n", items);
    }

    private static String code(String literal) {
        return "```\n" + ChatText.escape(literal.replace("```", "'''").stripTrailing()) + "\n```";
    }

    private String inline(Node parent) {
        StringBuilder written = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            // The parser cuts text at every character that might have been markup.
            if (node instanceof Text piece) {
                text.append(piece.getLiteral());
                continue;
            }
            written.append(text(text.toString()));
            text.setLength(0);
            written.append(
                    switch (node) {
                        case Emphasis emphasis -> "_" + inline(emphasis) + "_";
                        case StrongEmphasis strong -> "**" + inline(strong) + "**";
                        case Code code ->
                            "`" + ChatText.escape(code.getLiteral().replace("`", "'")) + "`";
                        case HtmlInline html -> text(html.getLiteral());
                        case SoftLineBreak line -> "\n";
                        case HardLineBreak line -> "\n";
                        // A link or a picture: its words.
                        default -> inline(node);
                    });
        }
        return written.append(text(text.toString())).toString();
    }

    private String text(String text) {
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (MatchResult marker : HIDDEN_MARKER.matcher(text).results().toList()) {
            written.append(escape(text.substring(from, marker.start())));
            ChatMarker mark = markers.apply(Integer.parseInt(marker.group(1)));
            String number = "\\[" + marker.group(1) + "\\]";
            written.append(mark.url() == null ? number : "[" + number + "](" + mark.url() + ")")
                    .append(mark.isUnsupported() ? ChatMarker.DOUBT : "");
            from = marker.end();
        }
        return written.append(escape(text.substring(from))).toString();
    }
}
