package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.POST;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.schema.Tokenization;
import io.text2vec.collections.token.StopwordSet;
import io.text2vec.collections.token.Tokenizers;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /v1/tokenize}, and the same by the settings of a property: which tokens a text has, stored and asked for. */
@Singleton
final class TokenizeDoor {
    private static final String FREE = "/v1/tokenize";
    private static final String OF_PROPERTY = "/v1/schema/:class/properties/:property/tokenize";
    private static final String EXAMPLE = "{\"text\":\"The Holiday\",\"tokenization\":\"word\"}";

    private final Schema schema;
    private final Routes routes;

    TokenizeDoor(Schema schema, Routes routes) {
        this.schema = schema;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        mount(router, FREE, TokenizeDoor::free);
        mount(router, OF_PROPERTY, this::ofProperty);
    }

    private void mount(Router router, String path, Routes.Door door) {
        routes.mount(router, path, Right.READ, Map.of(POST, door));
        routes.refuseOthers(router, path, POST);
    }

    private static Reply free(Call call) {
        Map<String, Object> body = call.object(EXAMPLE);
        return answer(body, tokenization(body), new StopwordSet(TokenizeStopwords.read(body)));
    }

    private Reply ofProperty(Call call) {
        CollectionDef collection = schema.get(call.part("class"));
        Property property = collection
                .property(call.part("property"))
                .orElseThrow(() -> new Invalid(
                        "%s has no property named '%s'.".formatted(collection.name(), call.part("property"))));
        Tokenization tokenization = property.tokenization()
                .orElseThrow(() -> new Invalid("The property %s is of the type %s, which has no tokens."
                        .formatted(property.name(), property.type().word())));
        return answer(
                call.object("{\"text\":\"The Holiday\"}"),
                tokenization,
                new StopwordSet(collection.invertedIndex().stopwords()));
    }

    private static Reply answer(Map<String, Object> body, Tokenization tokenization, StopwordSet stopwords) {
        String text = Call.text(body, "text").orElseThrow(() -> new Invalid("text is missing: send " + EXAMPLE + "."));
        Map<String, List<String>> json = new LinkedHashMap<>();
        json.put("indexed", Tokenizers.tokens(tokenization, text));
        json.put("query", stopwords.queryTokens(tokenization, text));
        return Reply.ok(json);
    }

    private static Tokenization tokenization(Map<String, Object> body) {
        String word = Call.needed(Call.text(body, "tokenization"), "tokenization");
        return Stream.of(Tokenization.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Invalid("tokenization must be "
                        + Stream.of(Tokenization.values())
                                .map(Tokenization::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
