package io.text2vec.collections.function;

import io.text2vec.web.access.CollectionPaths;
import jakarta.inject.Singleton;
import java.util.Set;

/** The functions' own paths, which take the keys of collections and not those of the vectorizer. */
@Singleton
final class FunctionPaths implements CollectionPaths {
    private static final Set<String> PATHS = Set.of("/import", "/search", "/import/", "/search/");

    @Override
    public boolean cover(String normalizedPath) {
        return PATHS.contains(normalizedPath);
    }
}
