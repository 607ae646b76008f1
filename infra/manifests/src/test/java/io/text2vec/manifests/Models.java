package io.text2vec.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.knative.eventing.v1.Broker;
import io.fabric8.knative.eventing.v1.Trigger;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1beta1.ReferenceGrant;
import java.util.Map;

/** The types of Kubernetes, Knative and the Gateway API, read without mercy: a field that they don't know fails. */
final class Models {
    private static final Map<String, Class<? extends HasMetadata>> KNOWN = Map.of(
            "v1 Namespace", Namespace.class,
            "v1 Service", Service.class,
            "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
            "apps/v1 StatefulSet", StatefulSet.class,
            "serving.knative.dev/v1 Service", io.fabric8.knative.serving.v1.Service.class,
            "eventing.knative.dev/v1 Broker", Broker.class,
            "eventing.knative.dev/v1 Trigger", Trigger.class,
            "gateway.networking.k8s.io/v1 Gateway", Gateway.class,
            "gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class,
            "gateway.networking.k8s.io/v1 GRPCRoute", GRPCRoute.class);

    private static final String GRANT = "gateway.networking.k8s.io/v1beta1 ReferenceGrant";

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NothingElse())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Models() {}

    /**
     * Reads a manifest as its type.
     *
     * @throws JsonProcessingException if it has a field that the type doesn't, or a value of another kind
     * @throws IllegalArgumentException if no type is known for it
     */
    static HasMetadata read(Manifest manifest) throws JsonProcessingException {
        Class<? extends HasMetadata> type =
                manifest.type().equals(GRANT) ? ReferenceGrant.class : KNOWN.get(manifest.type());
        if (type == null) {
            throw new IllegalArgumentException("No model for " + manifest);
        }
        return STRICT.treeToValue(manifest.content(), type);
    }

    /** The types collect fields that they don't know; these are not asked to. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
