package io.dateline.fetching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {

    /** The table of RFC 9309, 2.2.2 and 5.2, and some of ours. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Disallow: /                                    | /a                        | false
                    Disallow:                                      | /a                        | true
                    Allow: /p;Disallow: /                          | /page                     | true
                    Allow: /folder;Disallow: /folder               | /folder/page              | true
                    Allow: /page;Disallow: /*.htm                  | /page.htm                 | false
                    Allow: /example/page/;Disallow: /example/page/disallowed.gif | /example/page/disallowed.gif | false
                    Disallow: *.gif$                               | /a.gif                    | false
                    Disallow: *.gif$                               | /a.gif?x                  | true
                    Disallow: /a$                                  | /a                        | false
                    Disallow: /a$                                  | /ab                       | true
                    Disallow: /*a*b*c*d                            | /xaxbxcxd                 | false
                    Disallow: /*a*a$                               | /a                        | true
                    Disallow: /a?q=                                | /a?q=1                    | false
                    # Disallow: /                                  | /a                        | true
                    """)
    void letsTheLongestRuleDecide(String rules, String path, boolean isAllowed) {
        assertThat(rules("User-agent: *\n" + rules.replace(';', '\n')).allow(path))
                .isEqualTo(isAllowed);
    }

    @Test
    void followsTheRulesThatNameItAndElseThoseForEverybody() {
        String text = """
                User-agent: otherbot
                Disallow: /other

                User-Agent: DATELINE
                User-agent: thirdbot
                Disallow: /ours # not for programs

                User-agent: *
                Disallow: /
                """;

        assertThat(rules(text).allow("/other")).isTrue();
        assertThat(rules(text).allow("/ours")).isFalse();
        assertThat(rules(text.replace("DATELINE", "nobody")).allow("/other")).isFalse();
    }

    @Test
    void takesManyStarsInItsStride() {
        RobotsRules rules = rules("User-agent: *\nDisallow: /" + "*a".repeat(10_000) + "$");

        assertThat(rules.allow("/" + "a".repeat(5_000) + "b")).isTrue();
    }

    private static RobotsRules rules(String text) {
        return RobotsRules.of(text.getBytes(UTF_8), "Dateline");
    }
}
