package io.text2vec.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.MultiTenancy;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.config.Shard;
import io.weaviate.client6.v1.api.collections.config.ShardStatus;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.tenants.Tenant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a Java program written for Weaviate does with tenants: each has objects of its own, and its shard. */
@Timeout(60)
class TenantsIT {
    private static final String ID = "11111111-2222-4333-8444-555555555555";

    private static LocalApp app;
    private static WeaviateClient client;

    private CollectionHandle<Map<String, Object>> letters;

    @BeforeAll
    static void connect() throws Exception {
        app = LocalApp.start();
        client = app.connect();
    }

    @AfterAll
    static void end() throws Exception {
        client.collections.delete("Letter");
        client.close();
        app.close();
    }

    @BeforeEach
    void withTenants() throws Exception {
        letters = made(settings -> settings);
    }

    private static CollectionHandle<Map<String, Object>> made(UnaryOperator<MultiTenancy.Builder> settings)
            throws Exception {
        client.collections.delete("Letter");
        return client.collections.create("Letter", letter -> letter.vectorConfig(VectorConfig.selfProvided())
                .multiTenancy(MultiTenancy.of(tenancy -> settings.apply(tenancy.enabled(true))))
                .properties(Property.text("text"), Property.integer("year")));
    }

    /** Two of anna, one of bert, with the same id in both. */
    private void fill() throws Exception {
        letters.tenants.create(Tenant.active("anna"), Tenant.active("bert"));
        anna().data.insert(Map.of("text", "a letter to anna", "year", 1), object -> object.uuid(ID)
                .vectors(Vectors.of(new float[] {1, 0, 0})));
        anna().data
                .insert(
                        Map.of("text", "another letter to anna", "year", 2),
                        object -> object.vectors(Vectors.of(new float[] {0, 1, 0})));
        bert().data.insert(Map.of("text", "a letter to bert", "year", 3), object -> object.uuid(ID)
                .vectors(Vectors.of(new float[] {1, 0})));
    }

    private CollectionHandle<Map<String, Object>> anna() {
        return letters.withTenant("anna");
    }

    private CollectionHandle<Map<String, Object>> bert() {
        return letters.withTenant("bert");
    }

    @Test
    void tenantsAreMadeAndListed() throws Exception {
        letters.tenants.create(Tenant.active("anna"), Tenant.inactive("carl"));

        assertThat(letters.tenants.list())
                .extracting(tenant -> tenant.name() + " " + tenant.isActive())
                .containsExactlyInAnyOrder("anna true", "carl false");
        assertThat(letters.config.get().orElseThrow().multiTenancy().enabled()).isTrue();
    }

    @Test
    void tenantsAreFoundByTheirNames() throws Exception {
        letters.tenants.create(Tenant.active("anna"), Tenant.active("bert"));

        assertThat(letters.tenants.get(List.of("bert", "nobody")))
                .extracting(Tenant::name)
                .containsExactly("bert");
        assertThat(letters.tenants.get("anna")).isPresent();
        assertThat(letters.tenants.get("nobody")).isEmpty();
        assertThat(letters.tenants.exists("anna")).isTrue();
        assertThat(letters.tenants.exists("nobody")).isFalse();
    }

    @Test
    void aRemovedTenantLeavesNothing() throws Exception {
        fill();
        letters.tenants.delete("anna", "nobody");

        assertThat(letters.tenants.list()).extracting(Tenant::name).containsExactly("bert");
        letters.tenants.create(Tenant.active("anna"));
        assertThat(anna().size()).isZero();
    }

    @Test
    void objectsBelongToTheirTenant() throws Exception {
        fill();

        assertThat(text(anna())).isEqualTo("a letter to anna");
        bert().data.update(ID, object -> object.properties(Map.of("text", "changed")));
        assertThat(text(bert())).isEqualTo("changed");
        assertThat(text(anna())).isEqualTo("a letter to anna");
        bert().data.deleteById(ID);
        assertThat(bert().data.exists(ID)).isFalse();
        assertThat(anna().data.exists(ID)).isTrue();
    }

    private static Object text(CollectionHandle<Map<String, Object>> tenant) {
        return tenant.query.fetchObjectById(ID).orElseThrow().properties().get("text");
    }

    @Test
    void searchesSeeOneTenant() throws Exception {
        fill();

        assertThat(bert().query.bm25("letter").objects())
                .extracting(found -> found.properties().get("text"))
                .containsExactly("a letter to bert");
        assertThat(anna().query
                        .nearVector(new float[] {1, 0, 0}, near -> near.limit(1))
                        .objects())
                .extracting(found -> found.properties().get("text"))
                .containsExactly("a letter to anna");
        assertThat(anna().query.fetchObjects(all -> all).objects()).hasSize(2);
    }

    @Test
    void aDeletionByAFilterIsOfOneTenant() throws Exception {
        fill();

        assertThat(anna().data.deleteMany(Filter.property("year").gt(0)).successful())
                .isEqualTo(2);
        assertThat(anna().size()).isZero();
        assertThat(bert().size()).isEqualTo(1);
    }

    @Test
    void manyObjectsAreInsertedIntoOneTenant() throws Exception {
        fill();
        List<WeaviateObject<Map<String, Object>>> many = Stream.of("one", "two")
                .map(text -> WeaviateObject.<Map<String, Object>>of(object -> object.properties(Map.of("text", text))))
                .toList();

        assertThat(bert().data.insertMany(many).errors()).isEmpty();
        assertThat(bert().size()).isEqualTo(3);
        assertThat(anna().size()).isEqualTo(2);
    }

    @Test
    void aCallNeedsATenantThatIsThere() throws Exception {
        fill();

        for (CollectionHandle<Map<String, Object>> wrong : List.of(letters, letters.withTenant("nobody"))) {
            assertThatThrownBy(() -> wrong.query.fetchObjects(all -> all)).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> wrong.data.insert(Map.of("text", "x"))).isInstanceOf(Exception.class);
        }
    }

    @Test
    void aTenantIsPutToSleepAndWoken() throws Exception {
        fill();
        letters.tenants.deactivate("anna");
        assertThat(letters.tenants.get("anna").orElseThrow().isInactive()).isTrue();
        assertThatThrownBy(() -> anna().query.fetchObjects(all -> all)).isInstanceOf(Exception.class);

        letters.tenants.activate("anna");
        assertThat(anna().size()).isEqualTo(2);
        assertThatThrownBy(() -> letters.tenants.offload("anna")).isInstanceOf(Exception.class);
    }

    @Test
    void tenantsComeAndWakeByThemselvesWhereTheCollectionSaysSo() throws Exception {
        letters = made(settings -> settings.autoTenantCreation(true).autoTenantActivation(true));
        anna().data.insert(Map.of("text", "hello"));
        letters.tenants.deactivate("anna");

        assertThat(anna().size()).isEqualTo(1);
        assertThat(letters.tenants.get("anna").orElseThrow().isActive()).isTrue();
    }

    @Test
    void eachTenantIsAShardWhichCanBeReadOnly() throws Exception {
        fill();
        letters.config.updateShards(ShardStatus.READONLY, "anna");

        assertThat(letters.config.getShards()).extracting(Shard::name).containsExactlyInAnyOrder("anna", "bert");
        assertThatThrownBy(() -> anna().data.insert(Map.of("text", "x"))).isInstanceOf(Exception.class);
        bert().data.insert(Map.of("text", "x"));

        letters.config.updateShards(ShardStatus.READY, "anna");
        anna().data.insert(Map.of("text", "x"));
        assertThat(anna().size()).isEqualTo(3);
    }
}
