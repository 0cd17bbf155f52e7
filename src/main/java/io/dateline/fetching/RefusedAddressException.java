package io.dateline.fetching;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name that leads to an address which Dateline does not call. */
final class RefusedAddressException extends UnknownHostException {

    RefusedAddressException(InetAddress address) {
        super(address.getHostAddress() + " is not a public address");
    }
}
