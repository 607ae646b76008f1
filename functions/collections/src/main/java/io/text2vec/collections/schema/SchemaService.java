package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.engine.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The schema over an engine, which keeps it. Changes take turns; each is checked as a whole before the engine sees it. */
public final class SchemaService implements Schema {
    private final Engine engine;
    private final ClassReader reader;
    private final ClassChecks checks;
    private final AutoSchema autoSchema;
    private final Lock changes = new ReentrantLock();

    public SchemaService(Engine engine, SchemaSettings settings) {
        this.engine = engine;
        reader = new ClassReader(settings);
        checks = new ClassChecks(settings);
        autoSchema = new AutoSchema(settings, id -> home(engine, id));
    }

    @Override
    public Collection<CollectionDef> all() {
        return engine.collections();
    }

    @Override
    public Optional<CollectionDef> find(String name) {
        return engine.collection(Names.collection(name));
    }

    @Override
    public CollectionDef get(String name) {
        return find(name).orElseThrow(() -> new NotFound(missing(name)));
    }

    @Override
    public CollectionDef create(Map<String, Object> classJson) {
        CollectionDef collection = reader.read(classJson);
        return alone(() -> {
            if (find(collection.name()).isPresent()) {
                throw new Invalid("Collection %s is there already.".formatted(collection.name()));
            }
            return create(collection);
        });
    }

    @Override
    public CollectionDef update(String name, Map<String, Object> classJson) {
        return alone(() -> {
            CollectionDef stored = get(name);
            CollectionDef wanted = reader.read(classJson, stored);
            ClassChange.check(stored, wanted);
            return replace(stored, wanted);
        });
    }

    @Override
    public Property addProperty(String collection, Map<String, Object> propertyJson) {
        return alone(() -> {
            CollectionDef stored = find(collection)
                    .orElseThrow(() -> new Invalid(missing(collection))); // not NotFound: so the contract has it
            Property property = reader.readProperty(propertyJson, stored);
            List<Property> properties = new ArrayList<>(stored.properties());
            properties.add(property);
            replace(stored, stored.withProperties(properties));
            return property;
        });
    }

    @Override
    public CollectionDef complete(String name, Map<String, Object> properties) {
        Optional<CollectionDef> known = find(name);
        if (engine.completesSchema()) {
            return autoSchema.complete(known, name, properties);
        }
        if (known.isPresent() && autoSchema.complete(known, name, properties) == known.get()) {
            return known.get();
        }
        return alone(() -> {
            Optional<CollectionDef> stored = find(name);
            CollectionDef completed = autoSchema.complete(stored, name, properties);
            if (stored.isEmpty()) {
                return create(completed);
            }
            return completed == stored.get() ? completed : replace(stored.get(), completed);
        });
    }

    @Override
    public CollectionDef completed(String name, Map<String, Object> properties) {
        return autoSchema.complete(find(name), name, properties);
    }

    @Override
    public void delete(String name) {
        alone(() -> {
            engine.delete(Names.collection(name));
            return name;
        });
    }

    @Override
    public Map<String, Object> json(CollectionDef definition) {
        return ClassJson.write(definition);
    }

    @Override
    public Map<String, Object> json(Property property) {
        return PropertyJson.write(property);
    }

    @Override
    public List<Engine.Shard> shards(String collection) {
        return engine.shards(get(collection).name());
    }

    private CollectionDef create(CollectionDef collection) {
        checks.check(collection, Optional.empty(), this::exists);
        engine.create(collection);
        return collection;
    }

    private CollectionDef replace(CollectionDef stored, CollectionDef collection) {
        checks.check(collection, Optional.of(stored), this::exists);
        engine.update(collection);
        return collection;
    }

    private boolean exists(String name) {
        return engine.collection(name).isPresent();
    }

    /** Ids of tenants' objects are theirs alone: nobody could say which is meant. */
    private static Optional<String> home(Engine engine, UUID id) {
        return engine.collections().stream()
                .filter(collection -> !collection.multiTenancy().enabled())
                .map(CollectionDef::name)
                .filter(name ->
                        !engine.present(name, Optional.empty(), List.of(id)).isEmpty())
                .findFirst();
    }

    private static String missing(String name) {
        return "There is no collection " + Names.shortened(Names.collection(name)) + ".";
    }

    private <T> T alone(Supplier<T> change) {
        changes.lock();
        try {
            return change.get();
        } finally {
            changes.unlock();
        }
    }
}
