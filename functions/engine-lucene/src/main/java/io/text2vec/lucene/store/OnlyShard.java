package io.text2vec.lucene.store;

import io.text2vec.collections.CollectionException.EngineFailed;
import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.engine.Engine;
import io.text2vec.collections.schema.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The one shard of a collection without tenants, open while its collection is. */
final class OnlyShard implements Shards {
    private final ShardStore shard;

    OnlyShard(ShardStore shard) {
        this.shard = shard;
    }

    @Override
    public void open() {
        shard.open();
    }

    @Override
    public <T> T in(Optional<String> tenant, Function<ShardStore, T> call) {
        return call.apply(shard);
    }

    @Override
    public List<Engine.Shard> list() {
        String name = CollectionFolder.ONLY_SHARD;
        try {
            return List.of(new Engine.Shard(name, shard.count(), shard.isReadOnly(), shard.isOpen()));
        } catch (EngineFailed damaged) {
            return List.of(Engine.Shard.damaged(name)); // each of its other calls tells more
        }
    }

    @Override
    public void setReadOnly(String name, boolean readOnly) {
        if (!name.equals(CollectionFolder.ONLY_SHARD)) {
            throw new Invalid("The collection has no shard %s; its one shard is %s."
                    .formatted(Names.shortened(name), CollectionFolder.ONLY_SHARD));
        }
        shard.setReadOnly(readOnly);
    }

    @Override
    public long tidy() {
        return shard.tidy();
    }

    @Override
    public void close() {
        shard.close();
    }

    @Override
    public void abandon() {
        shard.abandon();
    }
}
