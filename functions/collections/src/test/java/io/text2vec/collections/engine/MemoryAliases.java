package io.text2vec.collections.engine;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Aliases in memory. */
final class MemoryAliases implements AliasStore {
    private final NavigableMap<String, String> aliases = new ConcurrentSkipListMap<>();

    @Override
    public Map<String, String> all() {
        return new TreeMap<>(aliases);
    }

    @Override
    public Optional<String> find(String alias) {
        return Optional.ofNullable(aliases.get(alias));
    }

    @Override
    public void put(String alias, String collection) {
        aliases.put(alias, collection);
    }

    @Override
    public void delete(String alias) {
        aliases.remove(alias);
    }
}
