package io.text2vec.convert.weights;

import io.text2vec.convert.weights.Pickle.Content;
import io.text2vec.convert.weights.Pickle.Storage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code torch.save} left in a file.
 *
 * @param value what was saved
 * @param storages the numbers of each storage by its key, little-endian
 */
/*
 * Since PyTorch 1.6 it is a zip file of uncompressed entries, <name>/data.pkl, <name>/byteorder and <name>/data/<key>. Before,
 * it was a row of pickles (a magic number, a version, facts of the machine, what was saved, a list of keys), followed for each
 * key by the count of numbers in 8 bytes and the numbers.
 */
record Saved(Object value, Map<String, MemorySegment> storages) {
    private static final String DICTIONARY = "/data.pkl";
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final byte PICKLE = (byte) 0x80;
    private static final String BIG_ENDIAN =
            "it was written on a machine that keeps the high byte first; save the model as safetensors";
    private static final ValueLayout.OfLong COUNT = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** @throws IllegalArgumentException if it is neither form, or a part of it is missing */
    static Saved in(MemorySegment file) {
        return file.byteSize() > 0 && file.get(ValueLayout.JAVA_BYTE, 0) == PICKLE ? inPickles(file) : inZip(file);
    }

    private static Saved inZip(MemorySegment file) {
        Map<String, MemorySegment> entries = ZipEntries.of(file);
        String dictionary = entries.keySet().stream()
                .filter(name -> name.endsWith(DICTIONARY))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it holds no data.pkl"));
        String root = dictionary.substring(0, dictionary.length() - DICTIONARY.length());
        MemorySegment order = entries.get(root + "/byteorder");
        if (order != null
                && !new String(order.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.US_ASCII).equals("little")) {
            throw new IllegalArgumentException(BIG_ENDIAN);
        }
        Content content = Pickle.read(entries.get(dictionary).asByteBuffer());
        Map<String, MemorySegment> storages = new HashMap<>();
        content.storages().values().forEach(storage -> {
            MemorySegment data = entries.get(root + "/data/" + storage.key());
            if (data == null || data.byteSize() != bytes(storage)) {
                throw new IllegalArgumentException("it lacks the numbers of its storage " + storage.key());
            }
            storages.put(storage.key(), data);
        });
        return new Saved(content.value(), storages);
    }

    private static Saved inPickles(MemorySegment file) {
        ByteBuffer pickles =
                file.asSlice(0, Math.min(file.byteSize(), Integer.MAX_VALUE)).asByteBuffer();
        if (!MAGIC.equals(Pickle.read(pickles).value())) {
            throw new IllegalArgumentException("it is a pickle, but not one of torch.save");
        }
        Pickle.read(pickles); // the version, of which there was only one
        if (Pickle.read(pickles).value() instanceof Map<?, ?> machine
                && !Boolean.TRUE.equals(machine.get("little_endian"))) {
            throw new IllegalArgumentException(BIG_ENDIAN);
        }
        Content content = Pickle.read(pickles);
        List<?> keys = (List<?>) Pickle.read(pickles).value();
        Map<String, MemorySegment> storages = new HashMap<>();
        long at = pickles.position();
        for (Object key : keys) {
            Storage storage = content.storages().get(key);
            if (storage == null || at + COUNT.byteSize() > file.byteSize() || file.get(COUNT, at) != storage.count()) {
                throw new IllegalArgumentException("it lacks the numbers of its storage " + key);
            }
            at += COUNT.byteSize();
            if (bytes(storage) > file.byteSize() - at) {
                throw new IllegalArgumentException("it is cut short");
            }
            storages.put(storage.key(), file.asSlice(at, bytes(storage)));
            at += bytes(storage);
        }
        return new Saved(content.value(), storages);
    }

    private static long bytes(Storage storage) {
        return Math.multiplyExact(storage.count(), storage.type().bytes());
    }
}
