package io.text2vec.collections.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.Json;
import io.text2vec.collections.engine.MemoryEngine;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.SchemaService;
import io.text2vec.collections.schema.SchemaSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTenantsTest {
    private static final Optional<String> T1 = Optional.of("t1");

    private final MemoryEngine engine = new MemoryEngine();
    private final SchemaService schema = new SchemaService(engine, SchemaSettings.DEFAULTS);
    private final TenantService tenants = new EngineTenants(engine, schema);
    private final TenantAccess access = new TenantAccess(engine);

    @BeforeEach
    void collections() {
        schema.create(Json.read("{'class':'Film','multiTenancyConfig':{'enabled':true}}"));
        schema.create(Json.read("{'class':'Plain'}"));
    }

    @Test
    void tenantsAreMadeChangedAndRemoved() {
        tenants.create("film", List.of(hot("t1"), hot("t2")));
        tenants.update("Film", List.of(new Tenant("t2", Activity.COLD)));
        assertThat(tenants.all("Film")).containsExactly(hot("t1"), new Tenant("t2", Activity.COLD));

        tenants.delete("Film", List.of("t1", "t1", "never"));
        assertThat(tenants.find("Film", "t1")).isEmpty();
        assertThat(tenants.find("Film", "t2")).isPresent();
    }

    @Test
    void aCollectionWithoutTenantsOrNoneAtAllIsInvalid() {
        assertThatThrownBy(() -> tenants.all("Plain"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("multiTenancyConfig");
        assertThatThrownBy(() -> tenants.create("Nothing", List.of(hot("t1"))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "ä", "x/../y", "01234567890123456789012345678901234567890123456789012345678901234"})
    void aNameIsOfPlainLettersAndNotLong(String name) {
        assertThatThrownBy(() -> tenants.create("Film", List.of(hot(name)))).isInstanceOf(Invalid.class);
    }

    @Test
    void aTenantIsNamedOnce() {
        assertThatThrownBy(() -> tenants.create("Film", List.of(hot("t1"), hot("t1"))))
                .isInstanceOf(Invalid.class);
        assertThat(tenants.all("Film")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HOT,HOT", "ACTIVE,HOT", "COLD,COLD", "INACTIVE,COLD"})
    void anActivityHasTwoWords(String word, Activity activity) {
        assertThat(Activity.read(word)).isEqualTo(activity);
    }

    @Test
    void offloadingIsRefusedByName() {
        assertThatThrownBy(() -> Activity.read("OFFLOADED"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("offloaded");
        assertThatThrownBy(() -> Activity.read("FROZEN")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Activity.read("warm"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("warm");
    }

    @Test
    void aWriteMakesATenantOnlyWhereItsCollectionSaysSo() {
        assertThatThrownBy(() -> access.write(film(), T1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no tenant t1");
        schema.update("Film", Json.read("{'multiTenancyConfig':{'autoTenantCreation':true}}"));
        assertThatThrownBy(() -> access.read(film(), T1)).isInstanceOf(Invalid.class);

        assertThat(access.wouldMake(film(), T1)).isTrue();
        access.write(film(), T1);
        assertThat(tenants.all("Film")).containsExactly(hot("t1"));
        assertThat(access.wouldMake(film(), T1)).isFalse();
        assertThatThrownBy(() -> access.write(film(), Optional.of("no name"))).isInstanceOf(Invalid.class);
    }

    @Test
    void aColdTenantIsWokenOnlyWhereItsCollectionSaysSo() {
        tenants.create("Film", List.of(new Tenant("t1", Activity.COLD)));
        assertThatThrownBy(() -> access.read(film(), T1))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("not active");

        schema.update("Film", Json.read("{'multiTenancyConfig':{'autoTenantActivation':true}}"));
        access.read(film(), T1);
        assertThat(tenants.all("Film")).containsExactly(hot("t1"));
    }

    @Test
    void aCollectionIsCalledWithATenantIfItHasSome() {
        assertThatThrownBy(() -> access.read(film(), Optional.empty())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> access.write(schema.get("Plain"), T1)).isInstanceOf(Invalid.class);
        access.read(schema.get("Plain"), Optional.empty());
    }

    @Test
    void whetherThereAreTenantsIsChosenOnce() {
        assertThatThrownBy(() -> schema.update("Plain", Json.read("{'multiTenancyConfig':{'enabled':true}}")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("multiTenancyConfig.enabled");
    }

    private CollectionDef film() {
        return schema.get("Film");
    }

    private static Tenant hot(String name) {
        return new Tenant(name, Activity.HOT);
    }
}
