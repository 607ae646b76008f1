package io.text2vec.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Classes are initialised while a native executable is built, and what their static fields refer to is stored in it. Messages
 * can't be: their classes need each other, and are initialised when the executable runs.
 */
class StaticFieldsTest {
    private static final DescribedPredicate<JavaClass> MESSAGES =
            resideInAnyPackage("com.google.protobuf..", "io.weaviate..", "io.grpc..", "ai.onnx..");

    /** Initialised as a whole when the executable runs; its native-image.properties says so. */
    private static final DescribedPredicate<JavaClass> LATER = resideInAnyPackage("io.text2vec.convert..");

    @Test
    void noneRefersToAMessage() {
        assertThat(Modules.ofThisBuild().all().stream()
                        .filter(type -> !LATER.test(type))
                        .flatMap(type -> fields(type, true))
                        .filter(field -> refers(field, new HashSet<>()))
                        .map(JavaField::getFullName))
                .isEmpty();
    }

    /** That there is something to be found, by the same way: what conversion is made of. */
    @Test
    void oneThatDoesIsFound() {
        assertThat(Modules.ofThisBuild().all().stream()
                        .flatMap(type -> fields(type, false))
                        .filter(field -> refers(field, new HashSet<>())))
                .isNotEmpty();
    }

    /** By its type, by what that is made of, or by the fields of either; of what only implements them nothing is seen. */
    private static boolean refers(JavaField field, Set<JavaClass> seen) {
        return field.getType().getAllInvolvedRawTypes().stream()
                .filter(seen::add)
                .anyMatch(type -> MESSAGES.test(type) || fields(type, false).anyMatch(inner -> refers(inner, seen)));
    }

    private static Stream<JavaField> fields(JavaClass type, boolean ofClass) {
        return type.getFields().stream().filter(field -> field.getModifiers().contains(JavaModifier.STATIC) == ofClass);
    }
}
