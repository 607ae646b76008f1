package io.text2vec.lucene.sort;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.query.Sort;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Property;
import io.text2vec.lucene.document.Fields;
import java.util.List;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;

/**
 * What is sorted by as Lucene's sort fields. What lacks a value counts as less than all that have one: it is first
 * ascending and last descending. (The least number of all, -2^63, can't be told from that.)
 */
final class SortKeys {
    static final String ID = "_id";
    private static final String ID_TOO = "id";
    private static final String CREATED = "_creationTimeUnix";
    private static final String UPDATED = "_lastUpdateTimeUnix";

    private SortKeys() {}

    /** @throws CollectionException.Invalid if there is no such property, or it can't be sorted by */
    static List<SortField> of(CollectionDef collection, Sort sort) {
        boolean reverse = !sort.ascending();
        return switch (sort.path()) {
            case ID, ID_TOO -> List.of(id(sort.ascending()));
            case CREATED -> List.of(new SortField(Fields.CREATED, SortField.Type.LONG, reverse));
            case UPDATED -> List.of(new SortField(Fields.UPDATED, SortField.Type.LONG, reverse));
            default -> of(property(collection, sort.path()), reverse);
        };
    }

    static SortField id(boolean ascending) {
        return new SortField(Fields.ID, SortField.Type.STRING_VAL, !ascending);
    }

    private static List<SortField> of(Property property, boolean reverse) {
        String name = property.name();
        DataType type = property.type().of();
        boolean single = !property.type().many();
        boolean inColumn = single && (property.filterable() || property.rangeFilters());
        return switch (type) {
            case TEXT ->
                single && property.filterable()
                        ? List.of(
                                new SortField(Fields.sortText(name), SortField.Type.STRING, reverse),
                                new SortField(name, new SourceOrder(name, true), reverse))
                        : source(name, reverse);
            case INT, DATE, BOOLEAN ->
                inColumn ? List.of(number(name, SortField.Type.LONG, reverse)) : source(name, reverse);
            case NUMBER -> inColumn ? List.of(number(name, SortField.Type.DOUBLE, reverse)) : source(name, reverse);
            case UUID, BLOB, GEO_COORDINATES, PHONE_NUMBER -> source(name, reverse);
            case OBJECT, REFERENCE ->
                throw new CollectionException.Invalid(
                        "Objects cannot be sorted by '%s', which holds %s; sort by a property with values of its own."
                                .formatted(name, type == DataType.OBJECT ? "objects" : "references"));
        };
    }

    private static SortField number(String property, SortField.Type type, boolean reverse) {
        Object missing = type == SortField.Type.LONG ? (Object) Long.MIN_VALUE : (Object) Double.NEGATIVE_INFINITY;
        return new SortedNumericSortField(
                Fields.value(property), type, reverse, SortedNumericSelector.Type.MIN, missing);
    }

    private static List<SortField> source(String property, boolean reverse) {
        return List.of(new SortField(property, new SourceOrder(property, false), reverse));
    }

    private static Property property(CollectionDef collection, String path) {
        if (path.indexOf('.') >= 0) {
            throw new CollectionException.Invalid(
                    "Objects cannot be sorted by '%s'; only by a whole property.".formatted(path));
        }
        return collection
                .property(path)
                .orElseThrow(() -> new CollectionException.Invalid(
                        "Objects cannot be sorted by '%s': the collection %s has no such property."
                                .formatted(path, collection.name())));
    }
}
