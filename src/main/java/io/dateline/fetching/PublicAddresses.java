package io.dateline.fetching;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Resolves names, and refuses those that lead into this machine or its network. The client connects to the very addresses that
 * were looked at here and resolves nothing itself, so that a name cannot lead elsewhere between the look and the connection.
 */
final class PublicAddresses implements DnsResolver {

    /** What is not reachable from everywhere in IANA's IPv4 Special-Purpose Address Registry, and multicast. */
    private static final InetAddressMatcher IPV4 = allBut(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3"));

    /** Everything outside of 2000::/3, and what within it stands for IPv4 addresses or is set apart by IANA's registry for IPv6. */
    private static final InetAddressMatcher IPV6 =
            allBut(List.of("::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));

    private final DnsResolver resolver;

    /** @param resolver looks the names up */
    PublicAddresses(DnsResolver resolver) {
        this.resolver = resolver;
    }

    private static InetAddressMatcher allBut(List<String> blocks) {
        return InetAddressMatchers.builder().excludeAddresses(blocks).build();
    }

    /** @throws RefusedAddressException if one of the addresses is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new RefusedAddressException(address);
            }
        }
        return addresses;
    }

    /** The matcher compares bits alone, so the two families must not meet. */
    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address ? IPV4.matches(address) : IPV6.matches(address);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return Arrays.asList(resolve(host)).getFirst().getCanonicalHostName();
    }
}
