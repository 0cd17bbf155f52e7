package io.dateline.corpus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The lines that a site puts into article after article: "Support local journalism. Subscribe today.", "Leave a Comment". They
 * are shown with the article and are neither searched nor quoted. Which lines they are is found out by counting, see
 * {@link #LEAST_ARTICLES}; a line is known by a hash of it and its site. Thread-safe.
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
    private static final String PARAGRAPH_END = "\n\n";
    private static final Pattern SUBDOMAIN = Pattern.compile("^(www|edition|amp|m)\\.");

    private final Set<Long> known = ConcurrentHashMap.newKeySet();

    /** What the lines of the article are counted by, each once; none if its site is unknown. */
    public static Set<Long> keys(Article article) {
        Set<Long> keys = new HashSet<>();
        site(article).ifPresent(site -> {
            String body = article.body();
            for (int start = 0, end; start <= body.length(); start = end + PARAGRAPH_END.length()) {
                end = lineEnd(body, start);
                String line = body.substring(start, end);
                if (isCounted(line)) {
                    keys.add(key(site, line));
                }
            }
        });
        return keys;
    }

    private static int lineEnd(String body, int start) {
        int blank = body.indexOf(PARAGRAPH_END, start);
        return blank < 0 ? body.length() : blank;
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

    /** 64 bits, FNV-1a over UTF-16 units: that two of ten million lines meet has a chance of 1 in 300,000. */
    private static long key(String site, String line) {
        return hash(line, hash("\n", hash(site, Fnv1a.EMPTY)));
    }

    private static long hash(String text, long from) {
        long hash = from;
        for (int i = 0; i < text.length(); i++) {
            hash = Fnv1a.add(hash, text.charAt(i));
        }
        return hash;
    }

    /** From now on these count as boilerplate, and no others. */
    public void learn(Set<Long> keys) {
        known.addAll(keys);
        known.retainAll(keys);
    }

    /**
     * From now on this counts as boilerplate as well.
     *
     * @return whether it did not before
     */
    public boolean learn(long key) {
        return known.add(key);
    }

    /** The sentences that are the article's own, in order, in stretches between which there is boilerplate. */
    List<List<Sentence>> stretches(Article article, List<Sentence> sentences) {
        Optional<String> site = site(article);
        if (known.isEmpty() || site.isEmpty()) {
            return List.of(sentences);
        }
        List<List<Sentence>> stretches = new ArrayList<>();
        List<Sentence> stretch = new ArrayList<>();
        String body = article.body();
        int next = 0;
        for (int start = 0; start < body.length(); ) {
            int end = lineEnd(body, start);
            boolean own = !known.contains(key(site.get(), body.substring(start, end)));
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
            start = end + PARAGRAPH_END.length();
        }
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
        return stretches;
    }
}
