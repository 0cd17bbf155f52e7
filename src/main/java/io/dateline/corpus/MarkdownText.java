package io.dateline.corpus;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * The words of a Markdown text, without marks. Links keep their text, pictures leave none.
 *
 * @param paragraphs of the clean text; headings and list items are paragraphs too
 * @param beginsWithHeading whether the first of them is a heading
 */
record MarkdownText(List<String> paragraphs, boolean beginsWithHeading) {

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(100).build();

    static MarkdownText of(String markdown) {
        Node document = PARSER.parse(markdown);
        StringBuilder words = new StringBuilder();
        // Not by recursion: a hostile text nests deeper than the stack.
        Node node = document.getFirstChild();
        while (node != null) {
            words.append(words(node));
            Node inner = node instanceof Image ? null : node.getFirstChild();
            node = inner == null ? following(node, words) : inner;
        }
        List<String> paragraphs = Paragraphs.of(ArticleText.clean(words.toString()));
        return new MarkdownText(paragraphs, document.getFirstChild() instanceof Heading);
    }

    private static @Nullable Node following(Node from, StringBuilder words) {
        Node node = from;
        while (node.getParent() != null) {
            if (node instanceof Block) {
                words.append("\n\n");
            }
            if (node.getNext() != null) {
                return node.getNext();
            }
            node = node.getParent();
        }
        return null;
    }

    private static String words(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case FencedCodeBlock code -> code.getLiteral();
            case IndentedCodeBlock code -> code.getLiteral();
            case HtmlBlock html -> Jsoup.parse(html.getLiteral()).text();
            case SoftLineBreak soft -> " ";
            case HardLineBreak hard -> "\n";
            default -> "";
        };
    }
}
