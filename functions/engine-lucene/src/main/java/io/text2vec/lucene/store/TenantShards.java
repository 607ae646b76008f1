package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import io.text2vec.collections.tenant.TenantAccess;
import io.text2vec.lucene.store.TenantRegister.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The tenants of a collection, each with a shard of its own that is open while it is used.
 *
 * <p>The register says which tenants there are. A shard's folder is made when a tenant is first used, and only then entered;
 * a tenant is removed from the register first and its folder afterwards. So a folder that the register does not know is
 * rubbish that a crash has left, and one that it knows must be there.
 */
final class TenantShards implements Shards {
    private final CollectionFolder folder;
    private final Supplier<CollectionDef> collection;
    private final Resources resources;
    private final DataDirectory directory;
    private final Map<String, TenantShard> shards = new ConcurrentHashMap<>();
    private volatile TenantRegister register;

    TenantShards(
            CollectionFolder folder, Supplier<CollectionDef> collection, Resources resources, DataDirectory directory) {
        this.folder = folder;
        this.collection = collection;
        this.resources = resources;
        this.directory = directory;
    }

    /** Opens no tenant: that would be thousands. */
    @Override
    public void open() {
        register();
    }

    private TenantRegister register() {
        TenantRegister now = register;
        return now != null ? now : openRegister();
    }

    private synchronized TenantRegister openRegister() {
        if (register == null) {
            try {
                TenantRegister opened = TenantRegister.open(folder.tenants());
                removeRubbish(opened);
                register = opened;
            } catch (IOException damaged) {
                throw new EngineFailed(
                        "The tenants of collection %s cannot be read: %s. Restore %s from a copy, or delete the collection."
                                .formatted(name(), damaged.getMessage(), folder.path()),
                        damaged);
            }
        }
        return register;
    }

    private void removeRubbish(TenantRegister opened) throws IOException {
        Set<Path> known = new HashSet<>();
        opened.all().forEach((name, entry) -> {
            if (entry.shard()) {
                known.add(folder.shard(name).folder());
            }
        });
        try (Stream<Path> folders = Files.list(folder.shards())) {
            for (Path rubbish : folders.filter(each -> !known.contains(each)).toList()) {
                directory.drop(rubbish);
            }
        }
    }

    @Override
    public <T> T in(Optional<String> tenant, Function<ShardStore, T> call) {
        String name = tenant.orElseThrow();
        while (true) {
            refuse(name);
            TenantShard shard = shard(name);
            Optional<T> result = shard.through(() -> enter(name, shard), call);
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    private void refuse(String name) {
        Entry entry = entry(name);
        if (entry.activity() == Activity.COLD) {
            throw TenantAccess.inactive(name(), name);
        }
    }

    private Entry entry(String name) {
        Entry entry = register().find(name);
        if (entry == null) {
            throw TenantAccess.missing(name(), name);
        }
        return entry;
    }

    private TenantShard shard(String name) {
        return shards.computeIfAbsent(name, absent -> {
            ShardPlace place = folder.shard(name);
            return new TenantShard(
                    place,
                    new ShardStore(place, collection, resources, IndexSizes.ofTenant(resources.bufferBytes())),
                    resources.tenants());
        });
    }

    /** By a call that keeps the shard from going: what was allowed before may not be any more. */
    private void enter(String name, TenantShard shard) {
        refuse(name);
        makeFolder(name, shard);
    }

    private void makeFolder(String name, TenantShard shard) {
        if (entry(name).shard()) {
            return;
        }
        synchronized (shard) {
            if (!entry(name).shard()) {
                change("could not make a tenant's folder", () -> {
                    if (Files.exists(shard.place().folder())) {
                        directory.drop(shard.place().folder());
                    }
                    shard.place().make();
                    register().enterShard(name);
                });
            }
        }
    }

    List<Tenant> tenants() {
        List<Tenant> all = new ArrayList<>();
        register().all().forEach((name, entry) -> all.add(new Tenant(name, entry.activity())));
        return all;
    }

    Optional<Tenant> tenant(String name) {
        return Optional.ofNullable(register().find(name)).map(entry -> new Tenant(name, entry.activity()));
    }

    synchronized void create(List<Tenant> tenants) {
        List<Tenant> made = tenants.stream()
                .filter(tenant -> register().find(tenant.name()) == null)
                .toList();
        if (!made.isEmpty()) {
            change("could not make tenants", () -> register().create(made));
        }
    }

    synchronized void update(List<Tenant> tenants) {
        tenants.forEach(tenant -> entry(tenant.name()));
        List<Tenant> changed = tenants.stream()
                .filter(tenant -> entry(tenant.name()).activity() != tenant.activity())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        change("could not change tenants", () -> register().setActivity(changed));
        for (Tenant tenant : changed) {
            TenantShard shard = shards.get(tenant.name());
            if (tenant.activity() == Activity.COLD && shard != null) {
                shard.close();
            }
        }
    }

    synchronized void delete(Collection<String> names) {
        List<String> known = names.stream()
                .distinct()
                .filter(name -> register().find(name) != null)
                .toList();
        if (known.isEmpty()) {
            return;
        }
        try {
            change("could not remove tenants", () -> register().remove(known));
        } finally {
            known.forEach(this::giveUp); // whatever the disk took: nothing may stay open for the next of a name
        }
        for (String name : known) {
            change("could not remove the folder of a tenant", () -> {
                Path left = folder.shard(name).folder();
                if (Files.exists(left)) {
                    directory.drop(left);
                }
            });
        }
    }

    private void giveUp(String name) {
        TenantShard shard = shards.get(name);
        if (shard != null) {
            shard.giveUp();
            shards.remove(name);
        }
    }

    @Override
    public List<Engine.Shard> list() {
        Map<String, OptionalLong> counts = new LinkedHashMap<>();
        register().all().forEach((name, entry) -> {
            try {
                count(name, entry).ifPresent(objects -> counts.put(name, OptionalLong.of(objects)));
            } catch (EngineFailed damaged) {
                counts.put(name, OptionalLong.empty()); // each call for the tenant tells more
            }
        });
        List<Engine.Shard> all = new ArrayList<>(); // afterwards: to count one may close another
        counts.forEach((name, objects) ->
                all.add(objects.isPresent() ? told(name, objects.getAsLong()) : Engine.Shard.damaged(name)));
        return all;
    }

    private Engine.Shard told(String name, long objects) {
        ShardStore store = shard(name).store();
        return new Engine.Shard(name, objects, store.isReadOnly(), store.isOpen());
    }

    /** Nothing if the tenant is gone meanwhile. */
    private Optional<Long> count(String name, Entry entry) {
        if (!entry.shard()) {
            return Optional.of(0L);
        }
        TenantShard shard = shard(name);
        Optional<Long> count = shard.count();
        if (entry.activity() == Activity.COLD) {
            shard.closeUnlessUsed();
        }
        return count;
    }

    @Override
    public void setReadOnly(String shard, boolean readOnly) {
        entry(shard);
        shard(shard).store().setReadOnly(readOnly);
    }

    @Override
    public long tidy() {
        return shards.values().stream().mapToLong(TenantShard::tidy).sum();
    }

    @Override
    public synchronized void close() {
        shards.values().forEach(TenantShard::close);
        closeRegister();
    }

    @Override
    public synchronized void abandon() {
        List.copyOf(shards.keySet()).forEach(this::giveUp);
        closeRegister();
    }

    private void closeRegister() {
        TenantRegister last = register;
        if (last != null) {
            change("could not close its list of tenants", last::close);
        }
    }

    private String name() {
        return collection.get().name();
    }

    private void change(String what, Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new EngineFailed(
                    "Collection %s %s in %s: %s. See that the disk has space and works, then try again."
                            .formatted(name(), what, folder.path(), e),
                    e);
        }
    }

    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }
}
