package io.text2vec.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/**
 * Packages as slices of their module. Those that name each other in a circle count as one, so that no circle gets wider:
 * what a collection is made of, and the fields of a document, vectors among them.
 */
final class Packages implements SliceAssignment {
    private static final List<List<String>> CIRCLES = List.of(
            List.of(
                    "io.text2vec.collections.aggregate",
                    "io.text2vec.collections.engine",
                    "io.text2vec.collections.filter",
                    "io.text2vec.collections.object",
                    "io.text2vec.collections.query",
                    "io.text2vec.collections.schema",
                    "io.text2vec.collections.tenant"),
            List.of("io.text2vec.lucene.document", "io.text2vec.lucene.vector"));

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        return SliceIdentifier.of(CIRCLES.stream()
                .filter(circle -> circle.contains(name))
                .map(Object::toString)
                .findFirst()
                .orElse(name));
    }

    @Override
    public String getDescription() {
        return "packages";
    }
}
