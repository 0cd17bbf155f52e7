package io.dateline.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads {@code .md}: perhaps YAML front matter ({@code title, publishedAt} or {@code date, authors, publisher, url, section,
 * standfirst, language, id}), then Markdown. Without a title in front, a heading that comes first is the headline.
 */
final class MarkdownReader implements ArticleReader {

    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A\\ufeff?---[ \\t]*\\r?\\n(.*?)^(?:---|\\.\\.\\.)[ \\t]*$\\r?\\n?", Pattern.DOTALL | Pattern.MULTILINE);

    private static final int MOST_YAML_CHARACTERS = 100_000;

    @Override
    public boolean accepts(Path file) {
        return FileName.has(file, ".md", ".markdown");
    }

    @Override
    public void read(Path file, Intake intake) {
        try {
            intake.accept(
                    draft(FileName.withoutExtension(file), TextFile.read(file)).article());
        } catch (RejectedArticle e) {
            intake.reject(FileName.of(file), e.why());
        }
    }

    private static ArticleDraft draft(String name, String text) throws RejectedArticle {
        Matcher front = FRONT_MATTER.matcher(text);
        boolean fronted = front.find();
        ArticleFields fields = new ArticleFields(fronted ? values(front.group(1)) : Map.of());
        MarkdownText story = MarkdownText.of(fronted ? text.substring(front.end()) : text);
        List<String> paragraphs = new ArrayList<>(story.paragraphs());
        ArticleDraft draft = fields.draft(name, paragraphs);
        boolean headed = story.beginsWithHeading() && paragraphs.size() > 1;
        if (headed && (draft.title() == null || draft.title().strip().equals(paragraphs.getFirst()))) {
            return draft.withTitle(paragraphs.getFirst(), paragraphs.subList(1, paragraphs.size()));
        }
        return draft;
    }

    private static Map<?, ?> values(String yaml) throws RejectedArticle {
        try {
            Object values = parser().load(yaml);
            if (values == null || values instanceof Map<?, ?>) {
                return values instanceof Map<?, ?> map ? map : Map.of();
            }
            throw new RejectedArticle(
                    "has front matter that is no list of names and values; write \"title: …\" between the --- lines");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 2;
            throw new RejectedArticle("has front matter that is not YAML (line " + line + ": " + e.getProblem()
                    + "); put values with a colon into quotation marks");
        } catch (YAMLException e) {
            throw new RejectedArticle("has front matter that cannot be read (" + e.getMessage() + "); simplify it");
        }
    }

    /** Only text, lists and maps: dates stay as they are written, an id of 007 keeps its zeros, and no class is ever named. */
    private static Yaml parser() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_YAML_CHARACTERS);
        limits.setNestingDepthLimit(20);
        limits.setMaxAliasesForCollections(10);
        DumperOptions unused = new DumperOptions();
        Resolver everythingIsText = new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // none
            }
        };
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, everythingIsText);
    }
}
