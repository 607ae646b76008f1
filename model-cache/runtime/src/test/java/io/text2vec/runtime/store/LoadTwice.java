package io.text2vec.runtime.store;

import java.io.IOException;
import java.io.InputStream;

/** A child process in which our classes come from two class loaders, one after the other, as after a live reload. */
final class LoadTwice {
    static final String OK = "loaded twice";

    private LoadTwice() {}

    public static void main(String[] arguments) throws Exception {
        Class<?> first = loadBy(new Reloading());
        Class<?> second = loadBy(new Reloading());
        if (first == second || first == LoadNatives.class) {
            throw new AssertionError("Not loaded twice");
        }
        System.out.println(OK);
    }

    private static Class<?> loadBy(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> loaded = Class.forName(LoadNatives.class.getName(), true, loader);
        var load = loaded.getDeclaredMethod("load");
        load.setAccessible(true);
        load.invoke(null);
        return loaded;
    }

    /** Defines our own classes itself; those of the libraries come from its parent. */
    private static final class Reloading extends ClassLoader {
        private Reloading() {
            super(LoadTwice.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known == null && name.startsWith("io.text2vec.")) {
                    return define(name);
                }
                return known != null ? known : super.loadClass(name, resolve);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
