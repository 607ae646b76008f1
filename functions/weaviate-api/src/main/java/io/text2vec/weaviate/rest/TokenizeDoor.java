package io.text2vec.weaviate.rest;

import static io.vertx.core.http.HttpMethod.POST;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.Schema;
import io.text2vec.collections.schema.TokenizeSettings;
import io.text2vec.collections.text.Tokens;
import io.text2vec.weaviate.rest.Routes.Right;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code /v1/tokenize}: how a text is cut, by settings that come along or by those of a property. */
@Singleton
final class TokenizeDoor {
    private static final String PLAIN = "/v1/tokenize";
    private static final String PROPERTY = "/v1/schema/:class/properties/:property/tokenize";

    private final Schema schema;
    private final Routes routes;

    TokenizeDoor(Schema schema, Routes routes) {
        this.schema = schema;
        this.routes = routes;
    }

    void mount(@Observes Router router) {
        routes.mount(router, PLAIN, Right.READ, Map.of(POST, TokenizeDoor::plain));
        routes.refuseOthers(router, PLAIN, POST);
        routes.mount(router, PROPERTY, Right.READ, Map.of(POST, this::ofProperty));
        routes.refuseOthers(router, PROPERTY, POST);
    }

    private static Reply plain(Call call) {
        TokenizeSettings settings =
                TokenizeSettings.read(call.object("{\"text\":\"a text\",\"tokenization\":\"word\"}"));
        return reply(Tokens.of(settings.text(), settings.tokenization(), settings.stopwords()));
    }

    private Reply ofProperty(Call call) {
        CollectionDef collection = schema.get(call.part("class"));
        String name = call.part("property");
        Property property = collection.properties().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("%s has no property %s.".formatted(collection.name(), name)));
        return reply(Tokens.of(
                TokenizeSettings.text(call.object("{\"text\":\"a text\"}")),
                property.tokenization()
                        .orElseThrow(() -> new Invalid("Property %s has no tokens: it is no text.".formatted(name))),
                collection.invertedIndex().stopwords()));
    }

    private static Reply reply(Tokens tokens) {
        return Reply.ok(Map.of("indexed", tokens.indexed(), "query", tokens.query()));
    }
}
