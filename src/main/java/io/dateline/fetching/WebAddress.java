package io.dateline.fetching;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses as browsers understand them: spaces, umlauts and the many ways to write an IP address included. */
final class WebAddress {

    private static final int LONGEST = 2_000;

    /** What a URI may hold (RFC 3986, 2), brackets only in a host. */
    private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

    private WebAddress() {}

    /** @throws FetchException if it is no address of http or https that Dateline would call */
    static URI of(String written) throws FetchException {
        String address = written.strip();
        if (address.length() > LONGEST) {
            throw FetchException.lasting("is longer than " + LONGEST + " characters");
        }
        try {
            String normal = UriComponentsBuilder.fromUriString(address, UriComponentsBuilder.ParserType.WHAT_WG)
                    .fragment(null)
                    .build()
                    .toUriString();
            return checked(new URI(encoded(normal)));
        } catch (IllegalArgumentException | URISyntaxException e) {
            throw FetchException.lasting("is not an address such as https://example.org/news");
        }
    }

    /** An address that a page names, perhaps relative to its own. */
    static URI of(URI base, String written) throws FetchException {
        try {
            return of(base.resolve(encoded(written.strip())).toString());
        } catch (IllegalArgumentException e) {
            throw FetchException.lasting("is not an address such as https://example.org/news");
        }
    }

    private static URI checked(URI address) throws FetchException {
        boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!isWeb || address.getHost() == null) {
            throw FetchException.lasting("is not an address that begins with http:// or https://");
        }
        if (address.getRawUserInfo() != null) {
            throw FetchException.lasting(
                    "holds a name or password, which would be stored with the article; leave it out");
        }
        return address;
    }

    /** With everything a URI may not hold as percent signs and hexadecimal digits of UTF-8. */
    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length());
        address.codePoints().forEach(c -> {
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
        });
        return encoded.toString();
    }
}
