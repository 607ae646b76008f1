package io.text2vec.vectorizers;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Addresses that mean something on one link only: 169.254/16 and fe80::/10. Clouds answer there with the credentials of
 * the machine that asks, so that no vectorizer is called there whoever names it.
 */
/*
 * Java reads an IPv4-mapped address as the IPv4 address, also from a name server's answer. The other ways to write an IPv4
 * address in an IPv6 one are IPv4-compatible (::a.b.c.d), NAT64 (64:ff9b::a.b.c.d, RFC 6052) and 6to4 (2002:aabb:ccdd::,
 * RFC 3056).
 */
final class LinkLocal {
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] COMPATIBLE = new byte[12];
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private LinkLocal() {}

    static boolean is(InetAddress address) {
        if (address instanceof Inet4Address) {
            return is(address.getAddress(), 0);
        }
        return address.isLinkLocalAddress() || address instanceof Inet6Address && holds(address.getAddress());
    }

    private static boolean holds(byte[] ipv6) {
        if (ipv6[0] == 0x20 && ipv6[1] == 0x02) {
            return is(ipv6, 2);
        }
        byte[] prefix = Arrays.copyOf(ipv6, 12);
        boolean ipv4 =
                Arrays.equals(prefix, NAT64) || Arrays.equals(prefix, COMPATIBLE) || Arrays.equals(prefix, MAPPED);
        return ipv4 && is(ipv6, 12);
    }

    private static boolean is(byte[] bytes, int at) {
        return bytes[at] == (byte) 169 && bytes[at + 1] == (byte) 254;
    }
}
