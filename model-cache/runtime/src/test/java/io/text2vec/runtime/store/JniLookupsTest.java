package io.text2vec.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In a native executable, JNI finds nothing but what its metadata lists: what is forgotten there fails when it is looked up, an
 * exception's class at the first exception.
 */
class JniLookupsTest {
    private static final String METADATA =
            "/META-INF/native-image/io.text2vec/text2vec-runtime/reachability-metadata.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void theMetadataListsWhatALibraryMayLookUp(Platform platform) throws IOException {
        Set<String> types = new TreeSet<>();
        Set<String> members = new TreeSet<>();
        for (JniLookups library : libraries(platform)) {
            library.classes().forEach(type -> types.add(type.getName()));
            members.addAll(library.members());
        }
        assertThat(listedTypes()).containsAll(types);
        assertThat(listedMembers()).containsAll(members);
    }

    @Test
    void whatIsKnownToBeLookedUpIsFoundInTheLibraries() throws Exception {
        List<JniLookups> libraries = libraries(Platform.LINUX_X64);

        assertThat(libraries.getFirst().classes()).contains(OnnxValue.class, OrtException.class);
        assertThat(libraries.getFirst().members())
                .contains(JniLookups.text(OrtException.class.getConstructor(int.class, String.class)));
        assertThat(libraries.getLast().classes()).contains(CharSpan.class, RuntimeException.class);
        assertThat(libraries.getLast().members())
                .contains(JniLookups.text(CharSpan.class.getConstructor(int.class, int.class)));
    }

    /** The one of ONNX Runtime that calls Java, and the tokenizer's. */
    private static List<JniLookups> libraries(Platform platform) throws IOException {
        List<JniLookups> libraries = new ArrayList<>();
        for (String library : platform.onnxRuntime()) {
            if (library.contains("onnxruntime4j_jni")) {
                libraries.add(JniLookups.of(OrtEnvironment.class.getClassLoader(), library));
            }
        }
        libraries.add(JniLookups.of(
                TokenizersLibrary.class.getClassLoader(), platform.tokenizers().getLast()));
        return libraries;
    }

    private static Set<String> listedTypes() throws IOException {
        Set<String> types = new TreeSet<>();
        for (JsonNode entry : listed()) {
            types.add(entry.path("type").asText());
        }
        return types;
    }

    private static Set<String> listedMembers() throws IOException {
        Set<String> members = new TreeSet<>();
        for (JsonNode entry : listed()) {
            String type = entry.path("type").asText() + " ";
            for (JsonNode field : entry.path("fields")) {
                members.add(type + field.path("name").asText());
            }
            for (JsonNode method : entry.path("methods")) {
                List<String> parameters = new ArrayList<>();
                method.path("parameterTypes").forEach(parameter -> parameters.add(parameter.asText()));
                members.add(type + method.path("name").asText() + " " + parameters);
            }
        }
        return members;
    }

    /** The entries that JNI sees. */
    private static List<JsonNode> listed() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        try (InputStream in = JniLookupsTest.class.getResourceAsStream(METADATA)) {
            for (JsonNode entry : JSON.readTree(in).path("reflection")) {
                if (entry.path("jniAccessible").asBoolean()) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }
}
