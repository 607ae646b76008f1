package io.text2vec.runtime.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a native library may look up over JNI, read from the names that it carries. C ends them with a zero; Rust puts one behind
 * the other, so a name ends where the longest one that there is ends.
 */
final class JniLookups {
    private static final Pattern CLASS = Pattern.compile("(?:ai/onnxruntime|ai/djl|java)/[A-Za-z0-9_$/]+");

    /** Of a class of the JDK, a library only calls this: to throw what it made of a message. */
    private static final Class<?>[] MESSAGE = {String.class};

    private final String content;
    private final ClassLoader loader;

    private JniLookups(String content, ClassLoader loader) {
        this.content = content;
        this.loader = loader;
    }

    static JniLookups of(ClassLoader loader, String library) throws IOException {
        try (InputStream in = loader.getResourceAsStream(library)) {
            return new JniLookups(new String(in.readAllBytes(), ISO_8859_1), loader);
        }
    }

    /** Classes that it names. */
    Set<Class<?>> classes() {
        Set<Class<?>> classes = new LinkedHashSet<>();
        Matcher names = CLASS.matcher(content);
        while (names.find()) {
            longest(names.group()).ifPresent(classes::add);
        }
        return classes;
    }

    /** Constructors, methods and fields of those classes whose name and descriptor the library carries. */
    Set<String> members() {
        Set<String> members = new TreeSet<>();
        for (Class<?> type : classes()) {
            if (type.getName().startsWith("java.")) {
                throwing(type).ifPresent(members::add);
                continue;
            }
            Stream.of(type.getDeclaredConstructors())
                    .filter(one -> carries("<init>", descriptor(one, void.class)))
                    .forEach(one -> members.add(text(one)));
            Stream.of(type.getDeclaredMethods())
                    .filter(one -> carries(one.getName(), descriptor(one, one.getReturnType())))
                    .forEach(one -> members.add(text(one)));
            Stream.of(type.getDeclaredFields())
                    .filter(one -> asksForFields(one.getName(), one.getType().descriptorString()))
                    .forEach(one -> members.add(text(one)));
            throwing(type).ifPresent(members::add);
        }
        return members;
    }

    static String text(Field field) {
        return field.getDeclaringClass().getName() + " " + field.getName();
    }

    static String text(Executable member) {
        String name = member instanceof Method ? member.getName() : "<init>";
        return member.getDeclaringClass().getName() + " " + name + " "
                + Stream.of(member.getParameterTypes()).map(Class::getTypeName).toList();
    }

    private static Optional<String> throwing(Class<?> type) {
        if (!Throwable.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(text(type.getDeclaredConstructor(MESSAGE)));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }

    private boolean carries(String name, String descriptor) {
        return content.contains(name) && content.contains(descriptor);
    }

    // An int's descriptor is one letter, which every library carries: a string of its own in C; in Rust, what asks for
    // a field
    // says so.
    private boolean asksForFields(String name, String descriptor) {
        return content.contains("GetFieldID")
                ? carries(name, descriptor)
                : content.contains('\0' + name + '\0') && content.contains('\0' + descriptor + '\0');
    }

    private static String descriptor(Executable member, Class<?> result) {
        return MethodType.methodType(result, List.of(member.getParameterTypes()))
                .descriptorString();
    }

    private Optional<Class<?>> longest(String text) {
        for (int length = text.length(); length > text.lastIndexOf('/'); length--) {
            try {
                return Optional.of(Class.forName(text.substring(0, length).replace('/', '.'), false, loader));
            } catch (ClassNotFoundException | LinkageError notThisLong) {
                // tried shorter
            }
        }
        return Optional.empty();
    }
}
