package io.dateline.corpus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lines that a site puts into article after article: "Support local journalism. Subscribe today.", "Leave a Comment". They
 * are shown with the article and are neither searched nor quoted. Which lines they are is found out by counting, see
 * {@link #LEAST_ARTICLES}; a line is known by its site and its hash. Thread-safe.
 *
 * <p>Lines of few words repeat for good reasons as well: "Brazil" and "Best picture" stand in lists. Of these only what
 * {@link Furniture} knows is counted.
 */
public final class BoilerplateLines {

    /**
     * Of one site, that have the line. On RealTimeQA's archive nearly all that repeats ten times is advertising, addresses of
     * reporters and teasers; among what repeats five times is much that is background to a running story.
     */
    public static final int LEAST_ARTICLES = 10;

    private static final int LEAST_WORDS = 5;
    private static final Pattern PARAGRAPH_END = Pattern.compile("\n\n");
    private static final Pattern SUBDOMAIN = Pattern.compile("^(www|edition|amp|m)\\.");

    private volatile Set<String> known = Set.of();

    /** What the lines of the article are counted by, each once; none if its site is unknown. */
    public static Set<String> keys(Article article) {
        Set<String> keys = new LinkedHashSet<>();
        site(article).ifPresent(site -> {
            for (String line : PARAGRAPH_END.split(article.body(), -1)) {
                if (isCounted(line)) {
                    keys.add(key(site, line));
                }
            }
        });
        return keys;
    }

    private static Optional<String> site(Article article) {
        try {
            String host = article.url() == null ? null : new URI(article.url()).getHost();
            String site =
                    host == null ? article.publisher() : SUBDOMAIN.matcher(host).replaceFirst("");
            return Optional.ofNullable(site).map(name -> name.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.ofNullable(article.publisher());
        }
    }

    private static boolean isCounted(String line) {
        int words = 1;
        for (int i = 0; i < line.length() && words < LEAST_WORDS; i++) {
            words += line.charAt(i) == ' ' ? 1 : 0;
        }
        return words >= LEAST_WORDS || Furniture.is(line);
    }

    /** 64 bits, FNV-1a. */
    private static String key(String site, String line) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * 0x100000001b3L;
        }
        return site + ' ' + Long.toHexString(hash);
    }

    /** From now on these count as boilerplate, and no others. */
    public void learn(Set<String> keys) {
        known = Set.copyOf(keys);
    }

    public Set<String> known() {
        return known;
    }

    /** The sentences that are the article's own, in order, in stretches between which there is boilerplate. */
    List<List<Sentence>> stretches(Article article, List<Sentence> sentences) {
        Set<String> lines = known;
        Optional<String> site = site(article);
        if (lines.isEmpty() || site.isEmpty()) {
            return List.of(sentences);
        }
        List<List<Sentence>> stretches = new ArrayList<>();
        List<Sentence> stretch = new ArrayList<>();
        String body = article.body();
        int next = 0;
        for (int start = 0; start < body.length(); ) {
            int blank = body.indexOf("\n\n", start);
            int end = blank < 0 ? body.length() : blank;
            boolean own = !lines.contains(key(site.get(), body.substring(start, end)));
            while (next < sentences.size() && sentences.get(next).start() < end) {
                if (own) {
                    stretch.add(sentences.get(next));
                }
                next++;
            }
            if (!own && !stretch.isEmpty()) {
                stretches.add(stretch);
                stretch = new ArrayList<>();
            }
            start = end + 2;
        }
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
        return stretches;
    }
}
