package io.text2vec.runtime.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A child process that loads both libraries under the eyes of the {@link Watchman}. */
final class LoadWatched {
    private LoadWatched() {}

    /** @param arguments a host name to look up before, or nothing */
    public static void main(String[] arguments) throws IOException {
        Watchman.watchUrls();
        for (String host : arguments) {
            try {
                System.out.println(InetAddress.getByName(host));
            } catch (UnknownHostException expected) {
                System.out.println("refused");
            }
        }
        LoadNatives.load();
        System.out.println(LoadNatives.OK);
    }
}
