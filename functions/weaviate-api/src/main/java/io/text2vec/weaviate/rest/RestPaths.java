package io.text2vec.weaviate.rest;

import io.text2vec.web.access.CollectionPaths;
import jakarta.inject.Singleton;

/** All below {@code /v1} but OpenAI's part of it. */
@Singleton
public final class RestPaths implements CollectionPaths {
    static final String ROOT = "/v1";

    private static final String OPENAI = ROOT + "/embeddings";

    @Override
    public boolean cover(String path) {
        return isOurs(path);
    }

    /** Whether a path is the contract's. */
    public static boolean isOurs(String path) {
        return (path.equals(ROOT) || path.startsWith(ROOT + "/")) && !path.startsWith(OPENAI);
    }
}
