package io.text2vec.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of the project, each in the module that it was built in. */
final class Modules {
    /** Both of {@code MODULE/target/classes} and of {@code MODULE/target/SOME.jar}. */
    private static final Pattern BUILT = Pattern.compile("/([^/]+)/target/");

    private final Map<JavaClass, String> moduleOf;
    private final JavaClasses all;

    private Modules(JavaClasses all, Map<JavaClass, String> moduleOf) {
        this.all = all;
        this.moduleOf = moduleOf;
    }

    /** Those on the class path, tests left out; read once for all tests, since it takes seconds. */
    static Modules ofThisBuild() {
        return Once.MODULES;
    }

    private static Modules read(Path root) {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.text2vec");
        return new Modules(all, all.stream().collect(Collectors.toMap(type -> type, type -> module(type, root))));
    }

    private static String module(JavaClass type, Path root) {
        URI source = type.getSource().orElseThrow().getUri();
        String below = source.toString()
                .replaceFirst("^.*" + Pattern.quote(root.toUri().getPath()), "/");
        Matcher built = BUILT.matcher(below);
        if (!built.find()) {
            throw new IllegalStateException("Expected the classes of this build, found " + type.getName() + " at "
                    + source + "; run the modules together, as ./test does.");
        }
        return built.group(1);
    }

    JavaClasses all() {
        return all;
    }

    Set<String> names() {
        return new TreeSet<>(moduleOf.values());
    }

    JavaClasses of(String module) {
        return all.that(in(Set.of(module)));
    }

    DescribedPredicate<JavaClass> in(Set<String> modules) {
        return DescribedPredicate.describe(
                "are of " + String.join(", ", modules), type -> modules.contains(moduleOf.get(type)));
    }

    /** Who names whom over the border of a module, by the arrow that it takes. */
    Map<Arrow, List<Dependency>> uses() {
        return all.stream()
                .flatMap(this::across)
                .collect(Collectors.groupingBy(
                        use -> Arrow.solid(moduleOf.get(use.getOriginClass()), moduleOf.get(target(use))),
                        () -> new TreeMap<>(Comparator.comparing(Arrow::toString)),
                        Collectors.toList()));
    }

    private Stream<Dependency> across(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(use -> moduleOf.containsKey(target(use)))
                .filter(use -> !moduleOf.get(target(use)).equals(moduleOf.get(type)));
    }

    private static JavaClass target(Dependency use) {
        return use.getTargetClass().getBaseComponentType();
    }

    private static final class Once {
        private static final Modules MODULES = read(Path.of(System.getProperty("text2vec.root")));
    }
}
