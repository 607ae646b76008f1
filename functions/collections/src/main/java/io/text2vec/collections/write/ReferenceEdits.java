package io.text2vec.collections.write;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.engine.Write;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.ReferenceReader;
import io.text2vec.collections.object.StoredObject;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.tenant.Tenants;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes references by reading their object, changing it and writing it back, under the locks of all other writes. */
final class ReferenceEdits implements ReferenceWrites {
    /** Objects that are read, changed and written at once. */
    private static final int OBJECTS = 1024;

    private final Engine engine;
    private final Schema schema;
    private final ReferenceTargets targets;
    private final IdLocks locks;
    private final InstantSource clock;

    ReferenceEdits(Engine engine, Schema schema, ReferenceTargets targets, IdLocks locks, InstantSource clock) {
        this.engine = engine;
        this.schema = schema;
        this.targets = targets;
        this.locks = locks;
        this.clock = clock;
    }

    /** Objects of one collection and tenant. */
    private record Home(String collection, Optional<String> tenant) {}

    /** Where references start: a property of an object. */
    private record Place(Home home, UUID id, Property property) {}

    /** A reference of a batch. */
    private record Item(int index, Place place, Value.Beacon to) {}

    @Override
    public void add(ReferenceInput reference) {
        Place place = place(reference.from(), reference.tenant());
        Value.Beacon to = ReferenceReader.beacon(place.property(), reference.to());
        targets.check(List.of(to), reference.tenant());
        change(place, all -> with(all, to));
    }

    @Override
    public void replace(Beacons.Source from, Optional<String> tenant, List<Beacons.Given> to) {
        Place place = place(from, tenant);
        List<Value.Beacon> all = to.stream()
                .map(given -> ReferenceReader.beacon(place.property(), given))
                .toList();
        targets.check(all, tenant);
        change(place, _ -> all);
    }

    @Override
    public void remove(ReferenceInput reference) {
        Place place = place(reference.from(), reference.tenant());
        Value.Beacon gone = ReferenceReader.beacon(place.property(), reference.to());
        change(place, all -> all.stream().filter(each -> !each.equals(gone)).toList());
    }

    @Override
    public List<Optional<CollectionException>> addAll(List<ReferenceInput> references) {
        List<Optional<CollectionException>> failures = new ArrayList<>();
        Map<Home, Map<UUID, List<Item>>> homes = new LinkedHashMap<>();
        for (ReferenceInput reference : references) {
            failures.add(Optional.empty());
            int index = failures.size() - 1;
            try {
                Place place = place(reference.from(), reference.tenant());
                Item item = new Item(index, place, ReferenceReader.beacon(place.property(), reference.to()));
                homes.computeIfAbsent(place.home(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(place.id(), _ -> new ArrayList<>())
                        .add(item);
            } catch (CollectionException why) {
                failures.set(index, Optional.of(why));
            }
        }
        homes.forEach((home, objects) -> {
            List<List<Item>> all = List.copyOf(objects.values());
            for (int start = 0; start < all.size(); start += OBJECTS) {
                addAll(home, all.subList(start, Math.min(start + OBJECTS, all.size())), failures);
            }
        });
        return failures;
    }

    /** @param objects the references of each object */
    private void addAll(Home home, List<List<Item>> objects, List<Optional<CollectionException>> failures) {
        List<UUID> ids =
                objects.stream().map(items -> items.getFirst().place().id()).toList();
        try (IdLocks.Held _ = locks.lock(home.collection(), ids)) {
            List<Optional<StoredObject>> stored = engine.get(home.collection(), home.tenant(), ids);
            List<List<Item>> found = new ArrayList<>();
            List<Write> writes = new ArrayList<>();
            for (int i = 0; i < objects.size(); i++) {
                List<Item> items = objects.get(i);
                if (stored.get(i).isEmpty()) {
                    fail(items, noObject(items.getFirst().place()), failures);
                } else {
                    found.add(items);
                    writes.add(new Write.Put(with(stored.get(i).get(), items)));
                }
            }
            List<Optional<CollectionException>> outcomes =
                    writes.isEmpty() ? List.of() : engine.write(home.collection(), home.tenant(), writes);
            for (int i = 0; i < outcomes.size(); i++) {
                List<Item> items = found.get(i);
                outcomes.get(i).ifPresent(why -> fail(items, why, failures));
            }
        } catch (CollectionException why) { // the collection may have gone
            objects.forEach(items -> fail(items, why, failures));
        }
    }

    private static void fail(List<Item> items, CollectionException why, List<Optional<CollectionException>> failures) {
        items.forEach(item -> failures.set(item.index(), Optional.of(why)));
    }

    private StoredObject with(StoredObject stored, List<Item> items) {
        StoredObject changed = stored;
        for (Item item : items) {
            changed = changed(changed, item.place().property(), all -> with(all, item.to()));
        }
        return changed;
    }

    private void change(Place place, UnaryOperator<List<Value.Beacon>> change) {
        Home home = place.home();
        try (IdLocks.Held _ = locks.lock(home.collection(), place.id())) {
            StoredObject stored = engine.get(home.collection(), home.tenant(), List.of(place.id()))
                    .getFirst()
                    .orElseThrow(() -> noObject(place));
            Write write = new Write.Put(changed(stored, place.property(), change));
            engine.write(home.collection(), home.tenant(), List.of(write))
                    .getFirst()
                    .ifPresent(why -> {
                        throw why;
                    });
        }
    }

    private StoredObject changed(StoredObject stored, Property property, UnaryOperator<List<Value.Beacon>> change) {
        Map<String, Value> properties = new HashMap<>(stored.properties());
        List<Value.Beacon> now =
                properties.remove(property.name()) instanceof Value.References some ? some.all() : List.of();
        List<Value.Beacon> all = change.apply(now);
        if (!all.isEmpty()) {
            properties.put(property.name(), new Value.References(all));
        }
        return new StoredObject(stored.id(), stored.created(), clock.millis(), properties, stored.vectors());
    }

    private static List<Value.Beacon> with(List<Value.Beacon> all, Value.Beacon more) {
        return new Value.References(all).with(List.of(more)).all();
    }

    private Place place(Beacons.Source from, Optional<String> tenant) {
        CollectionDef collection = schema.find(from.collection())
                .orElseThrow(() -> new Invalid(
                        "There is no collection %s.".formatted(Names.shortened(Names.collection(from.collection())))));
        Tenants.check(collection, tenant);
        Property property = collection
                .property(from.property())
                .orElseThrow(() -> new Invalid(
                        "%s has no property %s.".formatted(collection.name(), Names.shortened(from.property()))));
        return new Place(new Home(collection.name(), tenant), from.id(), property);
    }

    private static NotFound noObject(Place place) {
        return new NotFound(
                "%s has no object with the id %s.".formatted(place.home().collection(), place.id()));
    }
}
