package io.text2vec.lucene.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.tenant.Activity;
import io.text2vec.collections.tenant.Tenant;
import io.text2vec.lucene.store.TenantRegister.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantRegisterTest {
    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void create() throws IOException {
        folder = directory.resolve("tenants");
        TenantRegister.create(folder);
    }

    @Test
    void everyChangeIsThereAfterAnOpening() throws IOException {
        try (TenantRegister register = TenantRegister.open(folder)) {
            register.create(List.of(new Tenant("a", Activity.HOT), new Tenant("b", Activity.COLD)));
            register.create(List.of(new Tenant("gone", Activity.HOT)));
            register.enterShard("b");
            register.setActivity(List.of(new Tenant("a", Activity.COLD), new Tenant("b", Activity.HOT)));
            register.remove(List.of("gone"));
            register.enterShard("gone");
        }
        try (TenantRegister register = TenantRegister.open(folder)) {
            assertThat(register.all())
                    .containsOnlyKeys("a", "b")
                    .containsEntry("a", new Entry(Activity.COLD, false))
                    .containsEntry("b", new Entry(Activity.HOT, true));
        }
    }

    @Test
    void aLogThatIsLongerThanTheListBeginsAnew() throws IOException {
        List<Tenant> many = IntStream.range(0, 16_000)
                .mapToObj(number -> new Tenant("%064d".formatted(number), Activity.HOT))
                .toList();
        List<Tenant> asleep = many.stream()
                .map(tenant -> new Tenant(tenant.name(), Activity.COLD))
                .toList();
        try (TenantRegister register = TenantRegister.open(folder)) {
            register.create(many);
            register.setActivity(asleep);
            register.setActivity(many);
            register.setActivity(asleep.subList(0, 1));
        }

        assertThat(Files.size(folder.resolve("list"))).isGreaterThan(1 << 20);
        assertThat(logBytes()).as("of three changes one").isLessThan(2 << 20);
        try (TenantRegister register = TenantRegister.open(folder)) {
            assertThat(register.all()).hasSize(many.size());
            assertThat(register.find(many.getFirst().name()).activity()).isEqualTo(Activity.COLD);
            assertThat(register.find(many.getLast().name()).activity()).isEqualTo(Activity.HOT);
        }
    }

    @Test
    void aDamagedListIsNamed() throws IOException {
        Files.writeString(folder.resolve("list"), "0\nQ-name\n");

        assertThatThrownBy(() -> TenantRegister.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve("list").toString());
    }

    private long logBytes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
