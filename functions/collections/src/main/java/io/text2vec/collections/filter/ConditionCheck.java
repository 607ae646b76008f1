package io.text2vec.collections.filter;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.filter.TypedFilter.Comparison;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.DataType;
import io.text2vec.collections.schema.Names;
import io.text2vec.collections.schema.Property;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks single conditions by the schema of their collection. */
final class ConditionCheck {
    private final CollectionDef collection;
    private final Function<String, Optional<CollectionDef>> collections;

    ConditionCheck(CollectionDef collection, Function<String, Optional<CollectionDef>> collections) {
        this.collection = collection;
        this.collections = collections;
    }

    TypedFilter check(Filter.Condition condition) {
        return condition.path() instanceof FilterPath.Reference path ? pointing(path, condition) : compare(condition);
    }

    /** The condition is the target's to check. */
    private TypedFilter pointing(FilterPath.Reference path, Filter.Condition condition) {
        if (path.references() > FilterPath.MOST_REFERENCES) {
            throw unfit(condition, "a path leads through %d references at most".formatted(FilterPath.MOST_REFERENCES));
        }
        Property property = reference(path.property());
        CollectionDef target = target(property, path.targetCollection());
        return new TypedFilter.Pointing(
                property,
                target,
                new ConditionCheck(target, collections)
                        .check(new Filter.Condition(path.target(), condition.operator(), condition.operand())));
    }

    private CollectionDef target(Property property, Optional<String> named) {
        List<String> targets = property.type().targets();
        if (named.isEmpty() && targets.size() > 1) {
            throw new CollectionException.Invalid(
                    "The filter looks at '%s', which points to several collections; it has to name one of %s."
                            .formatted(property.name(), String.join(", ", targets)));
        }
        String target = named.map(Names::collection).orElseGet(targets::getFirst);
        if (!targets.contains(target)) {
            throw new CollectionException.Invalid("The filter looks for %s behind '%s', which points to %s."
                    .formatted(Names.shortened(target), property.name(), String.join(", ", targets)));
        }
        return collections
                .apply(target)
                .orElseThrow(() -> new CollectionException.Invalid(
                        "The filter looks at '%s', which points to the collection %s; that is not there any more."
                                .formatted(property.name(), target)));
    }

    private TypedFilter compare(Filter.Condition condition) {
        return switch (condition.operator()) {
            case IS_NULL -> missing(condition);
            case WITHIN_GEO_RANGE -> within(condition);
            case EQUAL -> equal(condition);
            case NOT_EQUAL -> new TypedFilter.Not(equal(condition));
            case CONTAINS_ANY -> containsAny(condition);
            case CONTAINS_NONE -> new TypedFilter.Not(containsAny(condition));
            case CONTAINS_ALL -> containsAll(condition);
            case LIKE -> like(condition);
            case GREATER_THAN -> compared(condition, Comparison.GREATER);
            case GREATER_THAN_EQUAL -> compared(condition, Comparison.GREATER_OR_EQUAL);
            case LESS_THAN -> compared(condition, Comparison.LESS);
            case LESS_THAN_EQUAL -> compared(condition, Comparison.LESS_OR_EQUAL);
        };
    }

    private TypedFilter equal(Filter.Condition condition) {
        Subject subject = subject(condition);
        return new TypedFilter.OneOf(subject, List.of(value(condition, subject)));
    }

    private TypedFilter containsAny(Filter.Condition condition) {
        Subject subject = subject(condition);
        return new TypedFilter.OneOf(subject, values(condition, subject));
    }

    private TypedFilter containsAll(Filter.Condition condition) {
        Subject subject = subject(condition);
        return new TypedFilter.All(values(condition, subject).stream()
                .<TypedFilter>map(value -> new TypedFilter.OneOf(subject, List.of(value)))
                .toList());
    }

    private TypedFilter compared(Filter.Condition condition, Comparison how) {
        Subject subject = subject(condition);
        if (type(subject) == DataType.BOOLEAN) {
            throw unfit(condition, "a boolean is only equal or not");
        }
        return new TypedFilter.Compared(subject, how, value(condition, subject));
    }

    private TypedFilter like(Filter.Condition condition) {
        Subject subject = subject(condition);
        if (!(subject instanceof Subject.Id) && type(subject) != DataType.TEXT) {
            throw unfit(condition, "a pattern fits texts and _id only");
        }
        if (!(condition.operand() instanceof Operand.Text(String pattern))) {
            throw unfit(condition, "the pattern has to be a text");
        }
        return new TypedFilter.Like(subject, pattern);
    }

    private TypedFilter missing(Filter.Condition condition) {
        if (!(condition.path() instanceof FilterPath.Property(String name))) {
            throw unfit(condition, "only a property can be null");
        }
        Property property = indexed(name);
        if (!collection.invertedIndex().nullState()) {
            throw needs(condition, "indexNullState");
        }
        if (!(condition.operand() instanceof Operand.Bool(boolean yes))) {
            throw unfit(condition, "it needs a boolean");
        }
        TypedFilter missing = new TypedFilter.Missing(property);
        return yes ? missing : new TypedFilter.Not(missing);
    }

    private TypedFilter within(Filter.Condition condition) {
        if (!(condition.path() instanceof FilterPath.Property(String name))
                || indexed(name).type().of() != DataType.GEO_COORDINATES) {
            throw unfit(condition, "only geoCoordinates are somewhere on the earth");
        }
        if (!(condition.operand() instanceof Operand.GeoRange range)) {
            throw unfit(condition, "it needs a latitude, a longitude and a distance in metres");
        }
        if (!(Math.abs(range.latitude()) <= 90) || !(Math.abs(range.longitude()) <= 180)) {
            throw unfit(condition, "a latitude is from -90 to 90 and a longitude from -180 to 180");
        }
        if (!(range.metres() >= 0) || Double.isInfinite(range.metres())) {
            throw unfit(condition, "the distance has to be a number of metres from 0 on");
        }
        return new TypedFilter.Within(indexed(name), range);
    }

    /** What is compared with values; it has checked that this can be done. */
    private Subject subject(Filter.Condition condition) {
        return switch (condition.path()) {
            case FilterPath.Id _ -> new Subject.Id();
            case FilterPath.Created _ -> time(condition, new Subject.Created());
            case FilterPath.Updated _ -> time(condition, new Subject.Updated());
            case FilterPath.Property(String name) -> {
                Property property = indexed(name);
                switch (property.type().of()) {
                    case TEXT, INT, NUMBER, BOOLEAN, DATE, UUID -> {}
                    case GEO_COORDINATES -> throw unfit(condition, "geoCoordinates are filtered by WithinGeoRange");
                    case REFERENCE -> {
                        yield new Subject.Length(property); // alone it is their number
                    }
                    case BLOB, PHONE_NUMBER, OBJECT ->
                        throw unfit(
                                condition,
                                "values of the type " + property.type().of().word() + " are not compared");
                }
                yield new Subject.Of(property);
            }
            case FilterPath.Length(String name) -> {
                Property property = indexed(name);
                if (property.type().of() != DataType.TEXT
                        && property.type().of() != DataType.REFERENCE
                        && !property.type().many()) {
                    throw unfit(condition, "only a text and a list have a length");
                }
                if (!collection.invertedIndex().propertyLength()) {
                    throw needs(condition, "indexPropertyLength");
                }
                yield new Subject.Length(property);
            }
            case FilterPath.ReferenceCount(String name) -> new Subject.Length(reference(name));
            case FilterPath.Reference _ -> throw new IllegalStateException("checked by its target");
        };
    }

    private Subject time(Filter.Condition condition, Subject subject) {
        if (!collection.invertedIndex().timestamps()) {
            throw needs(condition, "indexTimestamps");
        }
        return subject;
    }

    private Property indexed(String name) {
        if (name.indexOf('.') >= 0) {
            throw new CollectionException.Invalid(
                    "The filter looks at '%s', inside of an object; only whole properties can be filtered by."
                            .formatted(name));
        }
        Property property = collection
                .property(name)
                .orElseThrow(() -> new CollectionException.Invalid(
                        "The filter names the property '%s', which the collection %s does not have."
                                .formatted(name, collection.name())));
        if (!property.filterable() && !property.searchable() && !property.rangeFilters()) {
            throw new CollectionException.Invalid(
                    "The filter names the property '%s', which has no index; indexFilterable makes one."
                            .formatted(name));
        }
        return property;
    }

    private Property reference(String name) {
        Property property = indexed(name);
        if (property.type().of() != DataType.REFERENCE) {
            throw new CollectionException.Invalid("The filter takes '%s' for a reference, which is of the type %s."
                    .formatted(name, property.type().of().word()));
        }
        return property;
    }

    private static Value value(Filter.Condition condition, Subject subject) {
        if (condition.operand() instanceof Operand.Many) {
            throw unfit(condition, "it compares with a single value, not with a list");
        }
        return value(condition, subject, condition.operand());
    }

    private static Value value(Filter.Condition condition, Subject subject, Operand operand) {
        if (subject instanceof Subject.Created || subject instanceof Subject.Updated) {
            return Coercion.millis(operand)
                    .orElseThrow(() -> unfit(condition, "it needs an RFC 3339 date or milliseconds since 1970"));
        }
        DataType type = type(subject);
        Optional<Value> value =
                switch (type) {
                    case TEXT -> Coercion.text(operand);
                    case INT -> Coercion.integer(operand);
                    case NUMBER -> Coercion.number(operand);
                    case BOOLEAN -> Coercion.bool(operand);
                    case DATE -> Coercion.date(operand);
                    case UUID -> Coercion.uuid(operand);
                    case BLOB, GEO_COORDINATES, PHONE_NUMBER, OBJECT, REFERENCE -> Optional.empty();
                };
        return value.orElseThrow(() ->
                unfit(condition, "it compares with what is, or can become without loss, of the type " + type.word()));
    }

    private static List<Value> values(Filter.Condition condition, Subject subject) {
        List<Operand> operands =
                condition.operand() instanceof Operand.Many(List<Operand> all) ? all : List.of(condition.operand());
        if (operands.isEmpty()) {
            throw unfit(condition, "it needs one value at least");
        }
        return operands.stream()
                .map(operand -> value(condition, subject, operand))
                .toList();
    }

    private static CollectionException needs(Filter.Condition condition, String setting) {
        return unfit(condition, "the collection needs " + setting + " in its invertedIndexConfig for it");
    }

    static CollectionException unfit(Filter.Condition condition, String why) {
        return new CollectionException.Invalid("The filter %s on %s cannot be used: %s."
                .formatted(condition.operator(), spoken(condition.path()), why));
    }

    private static String spoken(FilterPath path) {
        return switch (path) {
            case FilterPath.Property(String name) -> "'" + name + "'";
            case FilterPath.Id _ -> "_id";
            case FilterPath.Created _ -> "_creationTimeUnix";
            case FilterPath.Updated _ -> "_lastUpdateTimeUnix";
            case FilterPath.Length(String name) -> "len(" + name + ")";
            case FilterPath.ReferenceCount(String name) -> "the number of '" + name + "'";
            case FilterPath.Reference reference -> "'" + reference.property() + "'";
        };
    }

    private static DataType type(Subject subject) {
        return switch (subject) {
            case Subject.Of(Property property) -> property.type().of();
            case Subject.Id _ -> DataType.UUID;
            case Subject.Created _, Subject.Updated _, Subject.Length _ -> DataType.INT;
        };
    }
}
