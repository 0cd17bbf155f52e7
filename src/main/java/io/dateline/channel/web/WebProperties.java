package io.dateline.channel.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in by the web, and how much of it.
 *
 * @param allowedHosts names, without a port, under which Dateline is reached beside those of the loopback address; needed
 *     when it listens on any other address
 * @param allowedOrigins pages of other origins that may use Dateline, such as {@code https://news.example.org}
 * @param sockets open web sockets at a time
 * @param socketsPerPerson open web sockets of one person at a time; where people are not told apart nobody is limited
 * @param signIn how long a socket may stay open without saying who it is, where that is asked
 * @param asksPerSocket questions one socket follows at a time
 * @param ping how often a client is asked whether it is there
 * @param silence after which a client that sent nothing, not even a pong, is given up
 * @param patience how long a client may keep the server from sending to it before it is given up as too slow
 * @param sendLimit how long one message may take to be sent; a client that took none of it by then is cut off
 */
@ConfigurationProperties("dateline.web")
record WebProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("500") int sockets,
        @DefaultValue("10") int socketsPerPerson,
        @DefaultValue("10s") Duration signIn,
        @DefaultValue("100") int asksPerSocket,
        @DefaultValue("20s") Duration ping,
        @DefaultValue("45s") Duration silence,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("8s") Duration sendLimit) {

    WebProperties {
        allowedHosts = List.copyOf(allowedHosts);
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
