package io.text2vec.collections.function;

import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import io.text2vec.collections.query.SearchResult;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.work.Workers;
import io.text2vec.collections.write.ObjectInput;
import io.text2vec.collections.write.Writes;
import jakarta.inject.Singleton;
import java.util.List;

/** The Funqy functions over collections. */
@Singleton
public final class CollectionFunctions {
    private final Reads reads;
    private final Writes writes;
    private final Workers workers;

    CollectionFunctions(Reads reads, Writes writes, Workers workers) {
        this.reads = reads;
        this.writes = writes;
        this.workers = workers;
    }

    /** Stores objects, each in place of the one with its id, with the vectors that their collection makes. */
    @Funq("import")
    public Uni<ImportAnswer> importObjects(ImportCall call) {
        return Uni.createFrom()
                .completionStage(() -> workers.write(() -> {
                    List<ObjectInput> objects = call.objects();
                    return ImportAnswer.of(objects, writes.importAll(objects));
                }))
                .onFailure()
                .transform(FunctionFailures::of);
    }

    /** Finds objects. */
    @Funq("search")
    public Uni<SearchAnswer> search(SearchCall call) {
        return Uni.createFrom()
                .completionStage(() -> workers.read(() -> {
                    SearchQuery query = call.query();
                    SearchResult found = reads.search(query.request());
                    return SearchAnswer.of(
                            query, reads.collection(query.request().collection()), found);
                }))
                .onFailure()
                .transform(FunctionFailures::of);
    }
}
