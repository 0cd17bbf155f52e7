package io.dateline.fetching;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What the sites of one round allow, asked once for each. For one thread. */
final class Robots {

    private final Fetcher fetcher;
    private final String name;
    private final Map<String, RobotsRules> bySite = new HashMap<>();

    /** @param name of the program in robots.txt */
    Robots(Fetcher fetcher, String name) {
        this.fetcher = fetcher;
        this.name = name;
    }

    boolean allow(URI page) throws InterruptedException {
        String site = page.getScheme() + "://" + page.getRawAuthority();
        RobotsRules rules = bySite.get(site);
        if (rules == null) {
            rules = ask(site);
            bySite.put(site, rules);
        }
        String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
        String path = page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
        return rules.allow(path + query);
    }

    /** A site without a robots.txt allows everything; one that cannot tell now allows nothing (RFC 9309, 2.3.1). */
    private RobotsRules ask(String site) throws InterruptedException {
        try {
            return fetcher.fetch(site + "/robots.txt", Validators.NONE, "text/plain, */*;q=0.1")
                            instanceof Fetched.Content robots
                    ? RobotsRules.of(robots.bytes(), name)
                    : RobotsRules.ALLOW_ALL;
        } catch (FetchException e) {
            return e.isPassing() ? RobotsRules.ALLOW_NOTHING : RobotsRules.ALLOW_ALL;
        }
    }
}
