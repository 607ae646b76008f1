package io.text2vec.collections.schema;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.CollectionException.NotFound;
import io.text2vec.collections.CollectionException.Unsupported;
import io.text2vec.collections.engine.AliasStore;
import io.text2vec.collections.engine.Engine;
import java.util.Map;
import java.util.Optional;

/** The aliases over an engine, which keeps them. Changes take turns with those of the schema: a name is taken once. */
final class AliasService implements Aliases {
    private final Engine engine;
    private final Turns changes;

    AliasService(Engine engine, Turns changes) {
        this.engine = engine;
        this.changes = changes;
    }

    /** The collection that a name means: its own, or that which it points to. */
    Optional<CollectionDef> collection(String name) {
        String stored = Names.collection(name);
        return engine.collection(stored).or(() -> target(stored).flatMap(engine::collection));
    }

    /** The stored name of the collection that a name means, which may not be there. */
    String resolve(String name) {
        String stored = Names.collection(name);
        return target(stored).orElse(stored); // no name is both
    }

    private Optional<String> target(String name) {
        return engine.aliases().flatMap(store -> store.find(name));
    }

    @Override
    public Map<String, String> all() {
        return store().all();
    }

    @Override
    public Optional<String> find(String alias) {
        return target(Names.collection(alias));
    }

    @Override
    public Alias create(String alias, String collection) {
        String name = NameRules.alias(alias);
        return changes.alone(() -> {
            if (engine.collection(name).isPresent()) {
                throw new Invalid("%s is a collection's name, and can't be an alias too.".formatted(name));
            }
            if (find(name).isPresent()) {
                throw new Invalid("Alias %s is there already.".formatted(name));
            }
            return put(name, collection);
        });
    }

    @Override
    public Alias update(String alias, String collection) {
        return changes.alone(() -> put(existing(alias), collection));
    }

    @Override
    public void delete(String alias) {
        changes.alone(() -> {
            String name = existing(alias);
            store().delete(name);
            return name;
        });
    }

    private String existing(String alias) {
        String name = Names.collection(alias);
        if (find(name).isEmpty()) {
            throw new NotFound("There is no alias %s.".formatted(Names.shortened(name)));
        }
        return name;
    }

    private Alias put(String name, String collection) {
        String target = Names.collection(collection);
        if (engine.collection(target).isEmpty()) {
            throw new Invalid("There is no collection %s for an alias to point to.".formatted(Names.shortened(target)));
        }
        store().put(name, target);
        return new Alias(name, target);
    }

    private AliasStore store() {
        return engine.aliases()
                .orElseThrow(() -> new Unsupported("This engine leaves aliases to whom it asks: change them there."));
    }
}
