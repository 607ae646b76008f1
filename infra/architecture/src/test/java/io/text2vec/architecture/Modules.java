package io.text2vec.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of the project, each in the module in whose folder it was compiled. */
final class Modules {
    private final JavaClasses all;
    private final Map<JavaClass, String> moduleOf;

    private Modules(JavaClasses all, Map<JavaClass, String> moduleOf) {
        this.all = all;
        this.moduleOf = moduleOf;
    }

    /** Those that are compiled, of tests none; read once for all tests, since it takes seconds. */
    static Modules ofThisBuild() {
        return Once.MODULES;
    }

    // Not those on the class path: the jar of the commands brings copies of other modules along.
    private static Modules read(Map<String, Path> folders) {
        Map<String, Path> compiled = new TreeMap<>();
        folders.forEach((module, folder) -> compiled.put(module, folder.resolve("target", "classes")));
        JavaClasses all = new ClassFileImporter()
                .importPaths(
                        compiled.values().stream().filter(Files::isDirectory).toList());
        return new Modules(
                all, all.stream().collect(Collectors.toMap(type -> type, type -> module(location(type), compiled))));
    }

    private static Path location(JavaClass type) {
        return Path.of(type.getSource().orElseThrow().getUri());
    }

    private static String module(Path location, Map<String, Path> compiled) {
        return compiled.entrySet().stream()
                .filter(module -> location.startsWith(module.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
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
        private static final Modules MODULES = read(Poms.ofThisBuild().folders());
    }
}
