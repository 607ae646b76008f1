package io.text2vec.vectors;

import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import io.text2vec.embedder.EmbedRequest;
import io.text2vec.embedder.Embedder;
import io.text2vec.vectors.FunctionConfig.Task;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The Funqy functions: texts in, their vectors out. A text that doesn't say its task has the one in the function's name;
 * a list is embedded or refused as a whole. They fail with an {@link io.text2vec.embedder.EmbedException}.
 */
@Singleton
public final class Vectorize {
    private final Embedder embedder;
    private final OwnTask ownTask;

    Vectorize(Embedder embedder, OwnTask ownTask) {
        this.embedder = embedder;
        this.ownTask = ownTask;
    }

    /** For texts that are found. */
    @Funq("vectorize-passage")
    public Uni<Vectors> passage(Texts texts) {
        return embed(texts, Task.PASSAGE);
    }

    /** For texts that are searched with. */
    @Funq("vectorize-query")
    public Uni<Vectors> query(Texts texts) {
        return embed(texts, Task.QUERY);
    }

    private Uni<Vectors> embed(Texts texts, Task own) {
        List<EmbedRequest> requests = texts.all().stream()
                .map(text -> text.embedRequest(ownTask.of(own, text.taskType())))
                .toList();
        return Uni.createFrom()
                .completionStage(() -> embedder.embedAll(requests))
                .map(embeddings -> new Vectors(texts, embeddings));
    }
}
