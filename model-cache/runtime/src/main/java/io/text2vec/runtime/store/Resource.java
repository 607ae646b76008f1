package io.text2vec.runtime.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/**
 * A class path resource with its size and CRC-32. For an entry of a jar both stand in the jar's directory, which the JVM has
 * read already: knowing which content is meant costs nothing, and no start hashes megabytes.
 *
 * @param url where the class loader found it
 * @param size in bytes
 * @param crc CRC-32 of the content
 */
record Resource(URL url, long size, long crc) implements CacheDirectory.Maker {

    static Resource find(ClassLoader loader, String name) throws IOException {
        URL url = loader.getResource(name);
        if (url == null) {
            throw new FileNotFoundException("No " + name + " on the class path: a dependency is missing or shrunk");
        }
        URLConnection connection = url.openConnection();
        // A cached jar would stay open, and with it, in dev mode, one of a class path that has been replaced.
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                JarEntry entry = file.getJarEntry(jar.getEntryName());
                if (entry.getSize() >= 0 && entry.getCrc() >= 0) {
                    return new Resource(url, entry.getSize(), entry.getCrc());
                }
            }
        }
        return read(url);
    }

    /** The CRC-32 in eight hexadecimal digits. */
    String checksum() {
        return HexFormat.of().toHexDigits(crc, 8);
    }

    /**
     * Writes a copy.
     *
     * @throws ZipException if what was read is not what the jar's directory says
     */
    @Override
    public void make(Path file) throws IOException {
        CRC32 actual = new CRC32();
        try (InputStream in = new CheckedInputStream(open(url), actual);
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
        }
        if (actual.getValue() != crc) {
            throw new ZipException("The content of " + url + " does not have its checksum: the jar is damaged");
        }
    }

    private static Resource read(URL url) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(open(url), crc)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new Resource(url, size, crc.getValue());
        }
    }

    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
