package io.dateline.fetching;

import java.net.URI;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What came of asking for an address. */
public sealed interface Fetched {

    /**
     * @param address where it was in the end, after redirects
     * @param mediaType in lower case and without parameters, {@code text/html}; empty when the server stated none
     * @param charset that the server stated; null if it stated none that is known
     */
    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    record Content(URI address, String mediaType, @Nullable Charset charset, byte[] bytes, Validators validators)
            implements Fetched {}

    /** It is as it was when the validators were given. */
    record Unchanged() implements Fetched {}
}
