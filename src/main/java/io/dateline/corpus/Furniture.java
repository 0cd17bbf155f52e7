package io.dateline.corpus;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that a web page puts under an article and that a copy of the page takes along: "Leave a Comment", "Share this
 * article", "Sign up for our newsletter". Only lines that say nothing else count, and only at the end of the text.
 */
final class Furniture {

    /** In characters. */
    private static final int LONGEST = 80;

    private static final Pattern LINE = Pattern.compile("""
            (?ix)
            (leave|add|post|write)\\ a\\ (comment|reply)
            | (\\(?[0-9,]+\\)?\\ )? comments?(\\ \\(?[0-9,]+\\)?)?
            | (show|view|hide|load|see|read)\\ (all\\ |more\\ )?([0-9,]+\\ )?comments
            | comments\\ are\\ closed | join\\ the\\ (conversation|discussion)
            | (share|tweet|e-?mail|print|save|copy\\ link)(\\ (this|it))?(\\ (article|story|page|post))?
            | share\\ (this\\ )?(on|via)\\ (facebook|twitter|x|whatsapp|linkedin|telegram|reddit|e-?mail)
            | facebook | twitter | whatsapp | linkedin | reddit | pinterest
            | follow\\ us(\\ on\\ [\\w\\ ,]{1,40})?
            | (sign\\ up\\ (for|to)|subscribe\\ to)\\ (our|the)\\ ([\\w\\ ]{1,30}\\ )?newsletters? | subscribe(\\ now)?
            | read\\ (more|next) | (more|related)\\ (stories|articles|news) | related | most\\ read | you\\ may\\ also\\ like
            | advertisements? | back\\ to\\ top | all\\ rights\\ reserved
            """);

    private Furniture() {}

    static boolean is(String line) {
        return line.length() <= LONGEST
                && LINE.matcher(line.replaceAll("[.:!»›>…]+$", "").strip()).matches();
    }

    /** The paragraphs up to the last that is none; empty if all of them are. */
    static List<String> withoutTrailing(List<String> paragraphs) {
        int end = paragraphs.size();
        while (end > 0 && is(paragraphs.get(end - 1))) {
            end--;
        }
        return paragraphs.subList(0, end);
    }
}
