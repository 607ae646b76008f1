package io.text2vec.runtime.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Stands between a process and the network: prints every host name that is looked up and every http URL that is opened, and
 * lets none pass. Registered in the class path of child processes only.
 */
public final class Watchman extends InetAddressResolverProvider {
    /** What it prints first; the name or URL follows. */
    static final String CAUGHT = "caught: ";

    /** What it prints when it takes its post. */
    static final String ON_WATCH = "on watch";

    /**
     * Watches URLs too. A cloud's metadata service has an address in digits, which is never looked up, and DJL asks it past any
     * proxy.
     */
    static void watchUrls() {
        URL.setURLStreamHandlerFactory(protocol -> protocol.startsWith("http") ? new Barrier() : null);
        System.out.println(ON_WATCH);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                System.out.println(CAUGHT + host);
                throw new UnknownHostException(host);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                System.out.println(CAUGHT + InetAddress.getByAddress(address));
                throw new UnknownHostException();
            }
        };
    }

    @Override
    public String name() {
        return "watchman";
    }

    private static final class Barrier extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            System.out.println(CAUGHT + url);
            throw new IOException("No network here: " + url);
        }

        @Override
        protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
            return openConnection(url);
        }
    }
}
