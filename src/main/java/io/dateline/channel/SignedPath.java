package io.dateline.channel;

/**
 * A path that another service calls under whatever name it reaches this server by, and whose requests are signed or carry a token
 * of that service; whoever serves it checks that first. A page of a foreign site knows neither.
 */
public record SignedPath(String path) {}
