package io.text2vec.weaviate.grpc.search;

import io.text2vec.collections.CollectionException;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet.SearchRequest;

/** Refuses by name what the contract has and this does not. */
final class Unsupported {
    private Unsupported() {}

    /** @throws CollectionException.Unsupported if the request asks for such a thing */
    static void refuse(SearchRequest request) {
        refuse(request.hasGenerative(), "generative search");
        refuse(request.hasRerank(), "reranking");
        refuse(request.hasBoost(), "boost");
        refuse(request.getMetadata().getQueryProfile(), "the query profile");
        refuse(request.hasNearImage(), "near_image");
        refuse(request.hasNearAudio(), "near_audio");
        refuse(request.hasNearVideo(), "near_video");
        refuse(request.hasNearDepth(), "near_depth");
        refuse(request.hasNearThermal(), "near_thermal");
        refuse(request.hasNearImu(), "near_imu");
    }

    /** Maximal marginal relevance is the only selection there is. */
    static void selection(boolean asked) {
        refuse(asked, "selection of hits by maximal marginal relevance (MMR)");
    }

    private static void refuse(boolean asked, String feature) {
        if (asked) {
            throw new CollectionException.Unsupported("Not supported yet: " + feature + ".");
        }
    }
}
