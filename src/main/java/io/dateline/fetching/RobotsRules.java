package io.dateline.fetching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a robots.txt allows (RFC 9309): of the rules for us, the longest that fits decides, and allowing wins a tie. */
record RobotsRules(List<Rule> rules) {

    /** In bytes, what the RFC wants to be read at least. */
    private static final int MOST_READ = 500 * 1024;

    private static final String EVERYBODY = "*";

    static final RobotsRules ALLOW_ALL = new RobotsRules(List.of());

    static final RobotsRules ALLOW_NOTHING = new RobotsRules(List.of(new Rule(false, "/")));

    RobotsRules {
        rules = List.copyOf(rules);
    }

    record Rule(boolean allows, String path) {

        /** A star stands for anything, a dollar at the end for the end. */
        boolean fits(String pathAndQuery) {
            boolean isWhole = path.endsWith("$");
            List<String> parts = List.of((isWhole ? path.substring(0, path.length() - 1) : path).split("\\*", -1));
            if (!pathAndQuery.startsWith(parts.getFirst())) {
                return false;
            }
            int at = parts.getFirst().length();
            for (int i = 1; i < parts.size(); i++) {
                String part = parts.get(i);
                int found = isWhole && i == parts.size() - 1
                        ? pathAndQuery.length() - part.length()
                        : pathAndQuery.indexOf(part, at);
                if (found < at || !pathAndQuery.startsWith(part, found)) {
                    return false;
                }
                at = found + part.length();
            }
            return !isWhole || at == pathAndQuery.length();
        }
    }

    /** @param name of the program, as groups name it */
    static RobotsRules of(byte[] robotsTxt, String name) {
        String text = new String(robotsTxt, 0, Math.min(robotsTxt.length, MOST_READ), StandardCharsets.UTF_8);
        List<Rule> ours = new ArrayList<>();
        List<Rule> everybodys = new ArrayList<>();
        boolean isOurs = false;
        boolean isEverybodys = false;
        boolean namedBefore = false;
        boolean areNamed = false;
        for (String line : text.lines().toList()) {
            String[] field = line.replaceFirst("#.*", "").split(":", 2);
            if (field.length < 2) {
                continue;
            }
            String value = field[1].strip();
            switch (field[0].strip().toLowerCase(Locale.ROOT)) {
                case "user-agent" -> {
                    isOurs = (namedBefore && isOurs) || value.equalsIgnoreCase(name);
                    isEverybodys = (namedBefore && isEverybodys) || value.equals(EVERYBODY);
                    areNamed |= value.equalsIgnoreCase(name);
                    namedBefore = true;
                }
                case "allow", "disallow" -> {
                    namedBefore = false;
                    Rule rule = new Rule(field[0].strip().equalsIgnoreCase("allow"), value);
                    if (isOurs && !value.isEmpty()) {
                        ours.add(rule);
                    }
                    if (isEverybodys && !value.isEmpty()) {
                        everybodys.add(rule);
                    }
                }
                default -> {
                    // Sitemaps and what else there is.
                }
            }
        }
        return new RobotsRules(areNamed ? ours : everybodys);
    }

    /** @param pathAndQuery as it is sent, from its first slash */
    boolean allow(String pathAndQuery) {
        return rules.stream()
                .filter(rule -> rule.fits(pathAndQuery))
                .max(Comparator.comparingInt((Rule rule) -> rule.path().length())
                        .thenComparing(Rule::allows))
                .map(Rule::allows)
                .orElse(true);
    }
}
