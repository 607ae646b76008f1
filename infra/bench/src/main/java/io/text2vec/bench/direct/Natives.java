package io.text2vec.bench.direct;

import java.nio.file.Path;
import java.util.Locale;

/** Puts the native libraries of a jar into a directory and loads them from there; what is there already stays. */
final class Natives {
    private static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");
    private static final String SUFFIX = MAC ? ".dylib" : ".so";

    private Natives() {}

    /** Prepares ONNX Runtime, which loads its libraries itself; to be called before its first class is used. */
    static void onnxRuntime(Path directory) {
        String platform = (MAC ? "osx-" : "linux-") + (ARM ? "aarch64" : "x64");
        for (String name : new String[] {"libonnxruntime", "libonnxruntime4j_jni"}) {
            Unpacked.file("/ai/onnxruntime/native/" + platform + "/" + name + SUFFIX, directory.resolve(name + SUFFIX));
        }
        System.setProperty("onnxruntime.native.path", directory.toString());
    }

    /** Loads the tokenizers. */
    @SuppressWarnings("restricted")
    static void tokenizers(Path directory) {
        String platform = (MAC ? "osx-" : "linux-") + (ARM ? "aarch64" : "x86_64");
        Path library = directory.resolve("libtokenizers" + SUFFIX);
        Unpacked.file("/native/lib/" + platform + "/cpu/" + library.getFileName(), library);
        // DJL's own loader would look for GPUs and more first; its native methods only need the library to be there.
        System.load(library.toAbsolutePath().toString());
    }
}
