package io.text2vec.lucene.store;

import io.text2vec.collections.engine.Engine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The shards of a collection: one, or one for each tenant. */
sealed interface Shards permits OnlyShard, TenantShards {

    /** Opens what has to be open. */
    void open();

    /**
     * Makes a call in a shard.
     *
     * @param tenant there where the collection has tenants, and only there
     */
    <T> T in(Optional<String> tenant, Function<ShardStore, T> call);

    List<Engine.Shard> list();

    /** @throws io.text2vec.collections.CollectionException.Invalid if there is no such shard */
    void setReadOnly(String shard, boolean readOnly);

    /** Called now and then; returns bytes of logs that indexes have taken over. */
    long tidy();

    /** Closes all, so that the next opening takes no time. No call is under way. */
    void close();

    /** Closes all, whose files nobody wants any more. No call is under way. */
    void abandon();
}
