package io.text2vec.lucene.store;

import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import io.text2vec.lucene.log.Durability;
import io.text2vec.lucene.log.Log;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;

/**
 * Which tenants a collection has, on disk when a method returns. For many threads.
 *
 * <pre>
 * tenants/list  all of them up to a position of the log: the position, then a line for each
 * tenants/log/  what changed since
 * </pre>
 *
 * <p>A line is one letter for the activity ({@code H}, {@code C}) or {@code X} if the tenant was removed, {@code +} if it has
 * a shard or {@code -} if nothing was asked of it yet, and the name. A record of the log is the lines of a change, which
 * after a crash is there as a whole or not at all.
 */
final class TenantRegister implements AutoCloseable {
    private static final String LIST = "list";
    private static final char REMOVED = 'X';
    private static final char SHARD = '+';
    private static final char NO_SHARD = '-';

    /** From which length on the log is not worth reading any more, besides what the list itself takes. */
    private static final long LOG_BYTES = 1 << 20;

    /** Of a line with the longest name. */
    private static final long LINE_BYTES = 2 + 64 + 1;

    private final Path folder;
    private final Log log;
    private final NavigableMap<String, Entry> entries;

    private TenantRegister(Path folder, Log log, NavigableMap<String, Entry> entries) {
        this.folder = folder;
        this.log = log;
        this.entries = entries;
    }

    /** @param shard whether it has files */
    record Entry(Activity activity, boolean shard) {}

    /** Makes an empty one. */
    static void create(Path folder) throws IOException {
        Files.createDirectory(folder);
        Log.create(folder.resolve("log"));
        DurableFiles.write(folder.resolve(LIST), bytes(0, Map.of()));
    }

    /** @throws IOException if it is missing or damaged */
    static TenantRegister open(Path folder) throws IOException {
        NavigableMap<String, Entry> entries = new ConcurrentSkipListMap<>();
        Path list = folder.resolve(LIST);
        Iterator<String> lines =
                Files.readString(list, StandardCharsets.UTF_8).lines().iterator();
        long position;
        try {
            position = Long.parseLong(lines.next());
            lines.forEachRemaining(line -> read(line, entries));
        } catch (RuntimeException unreadable) {
            throw new IOException(list + " is no list of tenants", unreadable);
        }
        Log log = Log.open(folder.resolve("log"), Durability.SYNCED, position, (at, record) -> text(record)
                .lines()
                .forEach(line -> read(line, entries)));
        return new TenantRegister(folder, log, entries);
    }

    private static String text(ByteBuffer record) {
        return StandardCharsets.UTF_8.decode(record).toString();
    }

    private static void read(String line, Map<String, Entry> entries) {
        String name = line.substring(2);
        switch (line.charAt(0)) {
            case 'H' -> entries.put(name, new Entry(Activity.HOT, hasShard(line)));
            case 'C' -> entries.put(name, new Entry(Activity.COLD, hasShard(line)));
            case REMOVED -> entries.remove(name);
            default ->
                throw new IllegalStateException("a change of a tenant of kind " + line.charAt(0) + " is unknown");
        }
    }

    private static boolean hasShard(String line) {
        return line.charAt(1) == SHARD;
    }

    /** Null if there is none. */
    Entry find(String name) {
        return entries.get(name);
    }

    /** In the order of names; changes are seen while it is read. */
    NavigableMap<String, Entry> all() {
        return entries;
    }

    /** Enters tenants that have no shard yet, all together. */
    void create(List<Tenant> tenants) throws IOException {
        log.sync(change(tenants, (tenant, before) -> new Entry(tenant.activity(), false)));
    }

    /** Changes the activity of tenants that are there, all together. */
    void setActivity(List<Tenant> tenants) throws IOException {
        log.sync(change(tenants, (tenant, before) -> new Entry(tenant.activity(), before.shard())));
    }

    /** Remembers that a tenant has a shard, unless the tenant was removed meanwhile. */
    void enterShard(String name) throws IOException {
        long end;
        synchronized (this) {
            Entry before = entries.get(name);
            if (before == null) {
                return;
            }
            Map<String, Entry> changed = Map.of(name, new Entry(before.activity(), true));
            end = change(lines(changed), () -> entries.putAll(changed));
        }
        log.sync(end);
    }

    /** Removes tenants, all together. */
    void remove(List<String> names) throws IOException {
        StringBuilder lines = new StringBuilder();
        names.forEach(
                name -> lines.append(REMOVED).append(NO_SHARD).append(name).append('\n'));
        log.sync(change(lines, () -> names.forEach(entries::remove)));
    }

    private synchronized long change(List<Tenant> tenants, BiFunction<Tenant, Entry, Entry> entry) throws IOException {
        Map<String, Entry> changed = new LinkedHashMap<>();
        for (Tenant tenant : tenants) {
            changed.put(tenant.name(), entry.apply(tenant, entries.get(tenant.name())));
        }
        return change(lines(changed), () -> entries.putAll(changed));
    }

    /** Returns up to where the log has to be synced. */
    private synchronized long change(StringBuilder lines, Runnable change) throws IOException {
        if (log.failed() || log.size() > LOG_BYTES + entries.size() * LINE_BYTES) {
            rewrite();
        }
        byte[] record = lines.toString().getBytes(StandardCharsets.UTF_8);
        long end = log.append(record) + record.length;
        change.run();
        return end;
    }

    /** Writes the list anew, so that the log can begin anew. */
    private void rewrite() throws IOException {
        boolean failed = log.failed();
        long position = failed ? log.end() : log.roll();
        DurableFiles.write(folder.resolve(LIST), bytes(position, entries));
        if (failed) {
            log.roll();
        }
        log.deleteBefore(position);
    }

    private static byte[] bytes(long position, Map<String, Entry> entries) {
        return lines(entries).insert(0, position + "\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder lines(Map<String, Entry> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach((name, entry) -> lines.append(
                        switch (entry.activity()) {
                            case HOT -> 'H';
                            case COLD -> 'C';
                        })
                .append(entry.shard() ? SHARD : NO_SHARD)
                .append(name)
                .append('\n'));
        return lines;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
