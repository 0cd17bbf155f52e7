package io.dateline.channel.chat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for every chat service.
 *
 * @param pages where people in a chat reach this Dateline's page, such as {@code https://news.example.org}; sources that were
 *     not published anywhere link there. Empty when they do not reach it
 * @param open requests that are worked on or wait; more are refused, and the service sends them again
 * @param atOnce questions that are asked at a time
 */
@ConfigurationProperties("dateline.chat")
public record ChatProperties(
        @DefaultValue("") String pages,
        @DefaultValue("2000") int open,
        @DefaultValue("32") int atOnce) {

    public ChatProperties {
        if (open < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "dateline.chat.open and dateline.chat.at-once must be at least 1, got: " + open + " and " + atOnce);
        }
    }

    public ChatLinks links() {
        return new ChatLinks(pages.strip().replaceFirst("/+$", ""));
    }
}
