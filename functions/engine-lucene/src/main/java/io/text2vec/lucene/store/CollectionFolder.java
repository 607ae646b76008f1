package io.text2vec.lucene.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.text2vec.collections.CollectionException;
import io.text2vec.collections.schema.ClassJson;
import io.text2vec.collections.schema.CollectionDef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a collection is.
 *
 * <pre>
 * collection.json      its definition, as Weaviate's class JSON
 * model                fingerprint of the model whose vectors it holds, once there is one
 * shards/main/         see {@link ShardPlace}
 * </pre>
 *
 * <p>In place of the last, where it has tenants:
 *
 * <pre>
 * tenants/             which there are, see {@link TenantRegister}
 * shards/TENANT-HASH/  of each that was used, see {@link ShardPlace}
 * </pre>
 */
record CollectionFolder(Path path) {
    /** The shard of a collection without tenants. */
    static final String ONLY_SHARD = "main";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READABLE = 64;
    private static final int HASH_BYTES = 8;

    /**
     * The folder of a collection in a directory. Names that differ in the case of a letter alone, which many file systems
     * take for the same, get different folders; very long ones get one that a file system can hold.
     */
    static CollectionFolder of(Path collections, String name) {
        return new CollectionFolder(collections.resolve(folderName(name)));
    }

    private static String folderName(String name) {
        String readable = name.substring(0, Math.min(name.length(), READABLE)).toLowerCase(Locale.ROOT);
        return readable + "-" + hash(name);
    }

    /** Fills a new folder. */
    void make(CollectionDef definition) throws IOException {
        if (definition.multiTenancy().enabled()) {
            Files.createDirectory(shards());
            TenantRegister.create(tenants());
        } else {
            onlyShard().make();
        }
        write(definition);
    }

    ShardPlace onlyShard() {
        return new ShardPlace(shards().resolve(ONLY_SHARD), Optional.empty());
    }

    /** The shard of a tenant. For the names of folders the same holds as for collections. */
    ShardPlace shard(String tenant) {
        return new ShardPlace(shards().resolve(folderName(tenant)), Optional.of(tenant));
    }

    Path shards() {
        return path.resolve("shards");
    }

    Path tenants() {
        return path.resolve("tenants");
    }

    /** @throws IOException if it is missing or damaged */
    CollectionDef definition() throws IOException {
        Map<String, Object> json = JSON.readValue(definitionFile().toFile(), new TypeReference<>() {});
        try {
            return ClassJson.read(json);
        } catch (CollectionException | ClassCastException | NullPointerException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    /** Replaces the definition. Atomic. */
    void write(CollectionDef definition) throws IOException {
        DurableFiles.write(
                definitionFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(ClassJson.write(definition)));
    }

    Path definitionFile() {
        return path.resolve("collection.json");
    }

    Optional<String> model() throws IOException {
        Path file = path.resolve("model");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Atomic. */
    void writeModel(String fingerprint) throws IOException {
        DurableFiles.write(path.resolve("model"), fingerprint.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }
}
