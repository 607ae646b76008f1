package io.text2vec.vectorizers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts the addresses of classes may name: else whoever may create a class could have this process call whatever it
 * can reach.
 *
 * @param anyPort hosts at whichever port
 * @param places hosts with their ports, as {@link Address#name()} writes them
 */
record AllowedHosts(Set<String> anyPort, Set<String> places) {
    private static final String SETTING = "TEXT2VEC_INFERENCE_HOSTS";

    AllowedHosts {
        anyPort = Set.copyOf(anyPort);
        places = Set.copyOf(places);
    }

    /**
     * Reads them.
     *
     * @param listed hosts, each with a port or without, separated by commas
     * @param common addresses that are called anyway
     * @throws IllegalArgumentException if the list has something else
     */
    static AllowedHosts read(Optional<String> listed, Iterable<Address> common) {
        Set<String> anyPort = new HashSet<>();
        Set<String> places = new HashSet<>();
        common.forEach(address -> places.add(address.name()));
        Arrays.stream(listed.orElse("").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> read(entry, anyPort, places));
        return new AllowedHosts(anyPort, places);
    }

    private static void read(String entry, Set<String> anyPort, Set<String> places) {
        boolean bareIpv6 = !entry.startsWith("[") && entry.indexOf(':') != entry.lastIndexOf(':');
        String written = bareIpv6 ? "[" + entry + "]" : entry;
        boolean port = written.indexOf(':', written.indexOf(']') + 1) >= 0;
        Address address;
        try {
            address = Address.parse("http://" + written, SETTING);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        if (!address.path().isEmpty()) {
            throw wrong();
        }
        if (port) {
            places.add(address.name());
        } else {
            anyPort.add(address.host());
        }
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                SETTING + " must have hosts like vectors.example or 10.0.0.7:8080, separated by commas.");
    }

    boolean allow(Address address) {
        return anyPort.contains(address.host()) || places.contains(address.name());
    }
}
