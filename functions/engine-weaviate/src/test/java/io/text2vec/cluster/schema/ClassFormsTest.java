package io.text2vec.cluster.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.web.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassFormsTest {
    private static final String NAMED = """
            {"class":"Film","vectorConfig":{
               "plot":{"vectorIndexType":"hnsw","vectorizer":{"text2vec-transformers":{"dimensions":64}}},
               "own":{"vectorIndexType":"hnsw","vectorizer":{"none":{}}}},
             "properties":[{"name":"title","dataType":["text"]}]}""";
    private static final String ONLY = """
            {"class":"Film","vectorizer":"text2vec-transformers",
             "moduleConfig":{"text2vec-transformers":{"vectorizeClassName":false},"generative-openai":{"model":"m"}},
             "properties":[{"name":"title","dataType":["text"],
               "moduleConfig":{"text2vec-transformers":{"vectorizePropertyName":true}}}]}""";

    private final ClassForms forms = new ClassForms("none", () -> "model 1");

    @Test
    void weaviateKeepsNoVectorizerItMayNotHave() {
        assertThat(forms.kept(json(NAMED), Map.of()).toString()).doesNotContain("vectorizer={text2vec-transformers");
        assertThat(forms.kept(json(ONLY), Map.of())).containsEntry("vectorizer", "none");
    }

    @Test
    void whatWasKeptIsShownAsItCameWithDefaults() {
        Map<String, Object> named = ClassForms.shown(forms.kept(json(NAMED), Map.of()));
        assertThat(settings(named, "plot"))
                .isEqualTo(Map.of("poolingStrategy", "masked_mean", "vectorizeClassName", true, "dimensions", 64L));
        assertThat(Tree.object(Tree.object(named.get("vectorConfig")).get("own")))
                .containsEntry("vectorizer", Map.of("none", Map.of()));

        Map<String, Object> only = ClassForms.shown(forms.kept(json(ONLY), Map.of()));
        assertThat(only).containsEntry("vectorizer", "text2vec-transformers");
        assertThat(Tree.object(only.get("moduleConfig")))
                .containsOnlyKeys("generative-openai", "text2vec-transformers")
                .containsEntry(
                        "text2vec-transformers", Map.of("poolingStrategy", "masked_mean", "vectorizeClassName", false));
    }

    @Test
    void onlyAClassWhoseVectorsAreMadeHereIsBoundToTheModelHere() {
        String elsewhere =
                ONLY.replace("\"vectorizeClassName\":false", "\"inferenceUrl\":\"http://vectors.example:8080\"");

        assertThat(ClassForms.model(forms.kept(json(ONLY), Map.of()))).isEqualTo("model 1");
        assertThat(ClassForms.model(forms.kept(json(elsewhere), Map.of()))).isEmpty();
    }

    @Test
    void propertiesGetTheDefaultsOfTheirPartInTheText() {
        assertThat(forms.kept(json(NAMED), Map.of()).get("properties").toString())
                .contains("skip=false")
                .contains("vectorizePropertyName=false");
        assertThat(forms.kept(json(ONLY), Map.of()).get("properties").toString())
                .contains("skip=false")
                .contains("vectorizePropertyName=true");
    }

    @Test
    void anUpdateKeepsTheRecordAsItIs() {
        for (String each : List.of(NAMED, ONLY)) {
            Map<String, Object> stored = forms.kept(json(each), Map.of());
            ClassForms others = new ClassForms("none", () -> "model 2");
            assertThat(others.kept(ClassForms.shown(stored), stored)).isEqualTo(stored);
        }
    }

    @Test
    void anUpdateWithoutThePropertiesSettingsKeepsThem() {
        Map<String, Object> stored = forms.kept(json(ONLY), Map.of());
        Map<String, Object> wanted = ClassForms.shown(stored);
        wanted.put("properties", List.of(Map.of("name", "title", "dataType", List.of("text"))));
        assertThat(forms.kept(wanted, stored).get("properties").toString()).contains("vectorizePropertyName=true");
    }

    @Test
    void settingsCantBeChanged() {
        Map<String, Object> stored = forms.kept(json(NAMED), Map.of());
        assertThatThrownBy(() -> forms.kept(json(NAMED.replace("64", "32")), stored))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("vectorConfig.plot.text2vec-transformers can't be changed");
    }

    @Test
    void anUpdateMayAddAVector() {
        Map<String, Object> stored = forms.kept(json(NAMED), Map.of());
        Map<String, Object> wanted = ClassForms.shown(stored);
        Map<String, Object> vectors = Tree.object(wanted.get("vectorConfig"));
        vectors.put("more", Map.of("vectorizer", Map.of("text2vec-transformers", Map.of())));
        wanted.put("vectorConfig", vectors);
        Map<String, Object> kept = forms.kept(wanted, stored);
        assertThat(settings(ClassForms.shown(kept), "more")).containsEntry("poolingStrategy", "masked_mean");
        assertThat(Tree.object(kept.get("vectorConfig")).get("plot"))
                .isEqualTo(Tree.object(stored.get("vectorConfig")).get("plot"));
    }

    @Test
    void whatIsNotOursStaysAsItIs() {
        Map<String, Object> other = json("{\"class\":\"Film\",\"vectorizer\":\"text2vec-openai\",\"x\":[1,2.5,null]}");
        assertThat(forms.kept(other, Map.of())).isEqualTo(other);
        assertThat(ClassForms.shown(other)).isEqualTo(other);
    }

    @Test
    void aClassThatNamesNoVectorizerGetsTheDefault() {
        ClassForms transformers = new ClassForms("text2vec-transformers", () -> "");
        Map<String, Object> bare = Map.of("class", "Film");
        assertThat(forms.kept(bare, Map.of())).isEqualTo(bare);
        assertThat(ClassForms.shown(transformers.kept(bare, Map.of())))
                .containsEntry("vectorizer", "text2vec-transformers");
    }

    @Test
    void aClassRemembersWhoseVectorsItHolds() {
        assertThat(ClusterClass.of(forms.kept(json(NAMED), Map.of())).model()).isEqualTo("model 1");
        assertThat(ClusterClass.of(forms.kept(json(ONLY), Map.of())).model()).isEqualTo("model 1");
        assertThat(ClusterClass.of(json("{\"class\":\"Film\"}")).model()).isEmpty();
    }

    private static Map<String, Object> settings(Map<String, Object> shown, String vector) {
        Object config = Tree.object(shown.get("vectorConfig")).get(vector);
        return Tree.object(Tree.object(Tree.object(config).get("vectorizer")).get("text2vec-transformers"));
    }

    private static Map<String, Object> json(String text) {
        return JsonTree.object(text.getBytes(StandardCharsets.UTF_8), "an object");
    }
}
