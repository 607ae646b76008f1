package io.text2vec.weaviate.graphql;

import io.text2vec.collections.schema.CollectionDef;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of collections in GraphQL's own language. Types of ours begin with an underscore, which no collection's name
 * does.
 */
final class SchemaText {
    static final String GET = "_Get";
    static final String AGGREGATE = "_Aggregate";

    private static final String SHARED = """
            schema { query: _Query }
            type _Query { Get: _Get Aggregate: _Aggregate }

            enum _Operator {
              And Or Not Equal NotEqual GreaterThan GreaterThanEqual LessThan LessThanEqual Like IsNull
              ContainsAny ContainsAll ContainsNone WithinGeoRange
            }
            input _Where {
              path: [String] operator: _Operator operands: [_Where]
              valueText: [String] valueString: [String] valueInt: [Int] valueNumber: [Float] valueBoolean: [Boolean]
              valueDate: [String] valueGeoRange: _GeoRange
            }
            input _GeoRange { geoCoordinates: _Centre! distance: _Radius! }
            input _Centre { latitude: Float! longitude: Float! }
            input _Radius { max: Float! }

            enum _Order { asc desc }
            input _Sort { path: [String!]! order: _Order }
            input _GroupBy { path: [String!]! groups: Int! objectsPerGroup: Int! }
            enum _Consistency { ONE QUORUM ALL }

            input _Move { concepts: [String] objects: [_MoveObject] force: Float }
            input _MoveObject { id: String beacon: String }
            input _NearText {
              concepts: [String!]! distance: Float certainty: Float moveTo: _Move moveAwayFrom: _Move
              targetVectors: [String] targets: _Targets
            }
            scalar _VectorPerTarget
            scalar _Weights
            enum _Combination { sum average minimum manualWeights relativeScore }
            input _Targets { targetVectors: [String] combinationMethod: _Combination weights: _Weights }
            input _NearVector {
              vector: [Float!] vectorPerTarget: _VectorPerTarget distance: Float certainty: Float
              targetVectors: [String] targets: _Targets
            }
            input _NearObject {
              id: String beacon: String distance: Float certainty: Float targetVectors: [String] targets: _Targets
            }
            enum _MatchOperator { And Or }
            input _Match { operator: _MatchOperator! minimumOrTokensMatch: Int }
            input _Bm25 { query: String properties: [String] searchOperator: _Match }
            enum _Fusion { rankedFusion relativeScoreFusion }
            input _HybridSearch { nearText: _NearText nearVector: _NearVector }
            input _Hybrid {
              query: String alpha: Float vector: [Float!] properties: [String] fusionType: _Fusion
              targetVectors: [String] targets: _Targets searches: [_HybridSearch]
              maxVectorDistance: Float bm25SearchOperator: _Match
            }

            type _Geo { latitude: Float longitude: Float }
            type _Phone {
              input: String defaultCountry: String internationalFormatted: String national: Int
              nationalFormatted: String countryCode: Int valid: Boolean
            }
            type _GroupedBy { path: [String] value: String }
            type _HitAdditional { id: String vector: [Float] distance: Float }

            type _Meta { count: Int }
            type _Numbers {
              count: Int type: String sum: Float mean: Float median: Float mode: Float minimum: Float maximum: Float
            }
            type _Dates { count: Int type: String median: String mode: String minimum: String maximum: String }
            type _Booleans {
              count: Int type: String totalTrue: Int totalFalse: Int percentageTrue: Float percentageFalse: Float
            }
            type _Texts { count: Int type: String topOccurrences(limit: Int): [_Occurrence] }
            type _References { type: String pointingTo: [String] }
            type _Occurrence { value: String occurs: Int }
            """;

    private SchemaText() {}

    /** @param collections at least one: a type without fields is none */
    static String of(Collection<CollectionDef> collections) {
        Set<String> names = collections.stream().map(CollectionDef::name).collect(Collectors.toSet());
        StringBuilder text = new StringBuilder(SHARED);
        StringBuilder get = new StringBuilder("type " + GET + " {\n");
        StringBuilder aggregate = new StringBuilder("type " + AGGREGATE + " {\n");
        for (CollectionDef collection : collections) {
            GetTypes.write(collection, names, text);
            AggregateTypes.write(collection, text);
            get.append(GetTypes.field(collection));
            aggregate.append(AggregateTypes.field(collection));
        }
        return text.append(get).append("}\n").append(aggregate).append("}\n").toString();
    }
}
