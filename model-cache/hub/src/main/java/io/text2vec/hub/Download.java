package io.text2vec.hub;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches one file to a place of its own, going on where an earlier try broke off, and verifies it.
 *
 * <p>What is on its way lies under the name of its checksum, so that what is gone on with is the same content whatever has
 * happened on the hub in between; beside it stands what the server called it, for servers that know better.
 */
final class Download {
    private static final int BUFFER = 1 << 16;

    private final Hub hub;
    private final Pause pause;
    private final PullListener listener;

    Download(Hub hub, Pause pause, PullListener listener) {
        this.hub = hub;
        this.pause = pause;
        this.listener = listener;
    }

    /**
     * Fetches what is missing of a file and verifies all of it.
     *
     * @param part where it is put
     * @throws HubException if it can't be had
     */
    void fetch(Listing listing, RemoteFile file, Path part) throws IOException {
        Files.createDirectories(part.getParent());
        for (int tries = 0; tries < 2; tries++) {
            complete(listing, file, part);
            if (file.checksum().matches(part)) {
                Files.deleteIfExists(etagOf(part));
                return;
            }
            // Whatever the reason, going on with these bytes would not help.
            listener.received(file.name(), -file.size());
            startOver(part);
        }
        throw new HubException.Damaged(
                file.name() + " of " + listing.id() + " arrived twice with another checksum than " + hub.endpoint()
                        + " announces; something on the way, a proxy or a mirror, changes it");
    }

    private void complete(Listing listing, RemoteFile file, Path part) throws IOException {
        Retries retries = new Retries(file.name() + " of " + listing.id(), hub.endpoint(), pause, listener);
        long here = size(part);
        if (here > file.size()) {
            startOver(part);
            here = 0;
        }
        listener.received(file.name(), here);
        while (here < file.size() || !Files.exists(part)) {
            long before = here;
            try {
                here = more(listing, file, part, here);
                if (here < file.size()) {
                    throw new IOException("the connection ended after " + here + " of " + file.size() + " bytes");
                }
            } catch (FileSystemException disk) {
                throw disk;
            } catch (IOException broken) {
                if (isNoSpace(broken)) {
                    throw broken;
                }
                here = size(part);
                if (here > before) {
                    retries.progressed();
                }
                retries.after(broken);
            }
        }
    }

    /** @return how much of the file is here afterwards */
    private long more(Listing listing, RemoteFile file, Path part, long here) throws IOException {
        Path etagFile = etagOf(part);
        Optional<String> etag =
                here > 0 && Files.exists(etagFile) ? Optional.of(Files.readString(etagFile)) : Optional.empty();
        try (Content content = hub.open(listing, file, here, etag)) {
            long end = here;
            if (content.from() != here) {
                listener.received(file.name(), -here);
                startOver(part);
                end = 0;
                if (content.from() != 0) {
                    throw new IOException("a part that starts at " + content.from() + " instead of " + here);
                }
            }
            if (content.etag().isPresent()) {
                Files.writeString(etagFile, content.etag().get());
            }
            return append(file, part, content, end);
        }
    }

    private long append(RemoteFile file, Path part, Content content, long from) throws IOException {
        long end = from;
        byte[] buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int read = content.stream().read(buffer);
                    read >= 0;
                    read = content.stream().read(buffer)) {
                if (end + read > file.size()) {
                    throw new HubException.Damaged(file.name() + " is longer than the " + file.size() + " bytes that "
                            + hub.endpoint() + " announces; something on the way, a proxy or a mirror, changes it");
                }
                out.write(buffer, 0, read);
                end += read;
                listener.received(file.name(), read);
            }
        }
        return end;
    }

    /** Whether a disk is full or a quota used up; Java has no exception of its own for either. */
    static boolean isNoSpace(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
    }

    private static void startOver(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(etagOf(part));
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private static Path etagOf(Path part) {
        return part.resolveSibling(part.getFileName() + ".etag");
    }
}
