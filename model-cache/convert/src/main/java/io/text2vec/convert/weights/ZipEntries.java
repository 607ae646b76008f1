package io.text2vec.convert.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The uncompressed entries of a mapped zip file as parts of it, which {@link java.util.zip} can't give: it copies.
 */
/*
 * Read (PKWARE's APPNOTE, sections 4.3.7 to 4.3.16; Z64 where a value is all ones and stands in the extra field 1):
 *
 *   end of central directory 06054b50   12 size, 16 offset of the directory
 *   its Z64 form             06064b50   40 size, 48 offset; found by its locator 07064b50 (8 offset), 20 bytes before
 *   directory entry          02014b50   10 method, 20 compressed size, 28 name, 30 extra, 32 comment length, 42 offset, 46 name
 *   local header             04034b50   26 name, 28 extra length; the data follow
 */
final class ZipEntries {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCATOR64_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_EXTRA = 0xFFFFFFFFL;
    private static final int STORED = 0;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment zip;
    private final Map<String, MemorySegment> entries = new LinkedHashMap<>();

    private ZipEntries(MemorySegment zip) {
        this.zip = zip;
    }

    /** @throws IllegalArgumentException if it is no zip file, or holds compressed entries */
    static Map<String, MemorySegment> of(MemorySegment zip) {
        ZipEntries entries = new ZipEntries(zip);
        try {
            entries.readDirectory(entries.end());
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("it is a damaged zip file", e);
        }
        return entries.entries;
    }

    private long end() {
        long last = zip.byteSize() - END_BYTES;
        for (long at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (zip.get(INT, at) == END) {
                return at;
            }
        }
        throw new IllegalArgumentException("it is no zip file, or is cut short");
    }

    private void readDirectory(long end) {
        long size = unsigned(end + 12);
        long offset = unsigned(end + 16);
        long locator = end - LOCATOR64_BYTES;
        if (locator >= 0 && zip.get(INT, locator) == LOCATOR64) {
            long end64 = zip.get(LONG, locator + 8);
            require(end64, END64);
            size = zip.get(LONG, end64 + 40);
            offset = zip.get(LONG, end64 + 48);
        }
        for (long at = offset; at < offset + size; ) {
            require(at, ENTRY);
            at = readEntry(at);
        }
    }

    private long readEntry(long at) {
        int nameLength = length(at + 28);
        int extraLength = length(at + 30);
        String name = new String(
                zip.asSlice(at + ENTRY_BYTES, nameLength).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        if (length(at + 10) != STORED) {
            throw new IllegalArgumentException("its entry " + name + " is compressed, as PyTorch never does");
        }
        // The values of the extra field come in this order, and only those that don't fit the entry.
        Extra64 extra = new Extra64(at + ENTRY_BYTES + nameLength, extraLength);
        extra.or(unsigned(at + 24)); // the size without compression is the same
        long size = extra.or(unsigned(at + 20));
        long local = extra.or(unsigned(at + 42));
        require(local, LOCAL);
        long data = local + LOCAL_BYTES + length(local + 26) + length(local + 28);
        entries.put(name, zip.asSlice(data, size));
        return at + ENTRY_BYTES + nameLength + extraLength + length(at + 32);
    }

    private void require(long at, int signature) {
        if (zip.get(INT, at) != signature) {
            throw new IllegalArgumentException("it is a damaged zip file");
        }
    }

    private int length(long at) {
        return zip.get(SHORT, at) & 0xFFFF;
    }

    private long unsigned(long at) {
        return zip.get(INT, at) & IN_EXTRA;
    }

    /** The 64-bit values of an entry. */
    private final class Extra64 {
        private static final int ID = 1;

        private long next = -1;

        Extra64(long from, int length) {
            for (long at = from; at + 4 <= from + length; at += 4 + length(at + 2)) {
                if (length(at) == ID) {
                    next = at + 4;
                    return;
                }
            }
        }

        long or(long value) {
            if (value != IN_EXTRA || next < 0) {
                return value;
            }
            next += Long.BYTES;
            return zip.get(LONG, next - Long.BYTES);
        }
    }
}
