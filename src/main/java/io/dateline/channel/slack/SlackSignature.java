package io.dateline.channel.slack;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells by the signature whether a request comes from Slack. It is compared in constant time over the bytes as they came, and
 * holds for five minutes either way, so that a request that was overheard is worth nothing later. Thread-safe.
 */
final class SlackSignature {

    /** What Slack recommends: a request older than this may be a replay. */
    private static final Duration VALID = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    /** Seconds since 1970 have ten digits until the year 2286. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final SecretKeySpec key;
    private final InstantSource clock;

    SlackSignature(String secret, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /**
     * @param timestamps all values of {@code X-Slack-Request-Timestamp}
     * @param signatures all values of {@code X-Slack-Signature}
     * @param body as it was sent
     */
    boolean isValid(List<String> timestamps, List<String> signatures, byte[] body) {
        if (timestamps.size() != 1 || signatures.size() != 1) {
            return false;
        }
        String timestamp = timestamps.getFirst();
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        byte[] expected = sign(timestamp, body).getBytes(StandardCharsets.UTF_8);
        byte[] given = signatures.getFirst().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given) && Math.abs(age) <= VALID.toSeconds();
    }

    /** The one signature of this body at this time. */
    String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
