package io.text2vec.weaviate.graphql;

import graphql.schema.SelectedField;
import io.text2vec.collections.query.FollowedReferences;
import io.text2vec.collections.read.Reads;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * A reference property that a query follows to one of the collections that it points to.
 *
 * @param behind followed from there
 */
record FollowedReference(Property property, CollectionDef target, List<FollowedReference> behind) {

    FollowedReference {
        behind = List.copyOf(behind);
    }

    /**
     * What the fields of a collection's objects follow.
     *
     * @throws io.text2vec.collections.CollectionException.Invalid if that is more than a search may follow
     */
    static List<FollowedReference> of(List<SelectedField> fields, CollectionDef collection, Reads reads) {
        List<FollowedReference> all = of(fields, collection, reads, 1);
        FollowedReferences.checkNumber(number(all));
        return all;
    }

    private static int number(List<FollowedReference> all) {
        return all.stream().mapToInt(each -> 1 + number(each.behind())).sum();
    }

    /** @param depth 1 for the references of hits */
    private static List<FollowedReference> of(
            List<SelectedField> fields, CollectionDef collection, Reads reads, int depth) {
        List<FollowedReference> all = new ArrayList<>();
        for (Property property : collection.properties()) {
            if (property.type().of() == DataType.REFERENCE) {
                List<SelectedField> below = fields.stream()
                        .filter(field -> field.getName().equals(property.name()))
                        .flatMap(field -> field.getSelectionSet().getImmediateFields().stream())
                        .toList();
                property.type().targets().forEach(target -> {
                    List<SelectedField> there = of(below, target);
                    if (!there.isEmpty()) {
                        FollowedReferences.checkDepth(depth);
                        CollectionDef found = reads.collection(target);
                        all.add(new FollowedReference(property, found, of(there, found, reads, depth + 1)));
                    }
                });
            }
        }
        return all;
    }

    /** Those that a fragment asks for of one collection. */
    private static List<SelectedField> of(List<SelectedField> fields, String collection) {
        return fields.stream()
                .filter(field -> field.getObjectTypeNames().contains(Names.type(collection)))
                .toList();
    }
}
