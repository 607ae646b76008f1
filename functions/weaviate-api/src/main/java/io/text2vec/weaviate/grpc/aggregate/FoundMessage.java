package io.text2vec.weaviate.grpc.aggregate;

import io.text2vec.collections.aggregate.Aggregated;
import io.text2vec.collections.object.Beacons;
import io.text2vec.collections.object.DateText;
import io.text2vec.collections.object.Value;
import io.text2vec.collections.schema.CollectionDef;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply.Aggregations;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateReply.Group.GroupedBy;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoAggregate.AggregateRequest.Aggregation;
import java.util.List;

/** Writes what an aggregation came to. */
final class FoundMessage {
    private final CollectionDef collection;
    private final AggregateRequest request;

    FoundMessage(CollectionDef collection, AggregateRequest request) {
        this.collection = collection;
        this.request = request;
    }

    AggregateReply.Builder write(Aggregated found) {
        AggregateReply.Builder reply = AggregateReply.newBuilder();
        if (!request.hasGroupBy()) {
            return reply.setSingleResult(single(found.groups().getFirst()));
        }
        AggregateReply.Grouped.Builder groups = AggregateReply.Grouped.newBuilder();
        found.groups().forEach(group -> groups.addGroups(group(group)));
        return reply.setGroupedResults(groups);
    }

    private AggregateReply.Single.Builder single(Aggregated.Group all) {
        AggregateReply.Single.Builder single = AggregateReply.Single.newBuilder();
        if (request.getObjectsCount()) {
            single.setObjectsCount(all.objects());
        }
        if (request.getAggregationsCount() > 0) {
            single.setAggregations(properties(all));
        }
        return single;
    }

    private AggregateReply.Group.Builder group(Aggregated.Group group) {
        AggregateReply.Group.Builder out = AggregateReply.Group.newBuilder()
                .setObjectsCount(group.objects())
                .setGroupedBy(groupedBy(group.by().orElseThrow()));
        if (request.getAggregationsCount() > 0) {
            out.setAggregations(properties(group));
        }
        return out;
    }

    private GroupedBy.Builder groupedBy(Value value) {
        GroupedBy.Builder by =
                GroupedBy.newBuilder().addPath(request.getGroupBy().getProperty());
        return switch (value) {
            case Value.Text(String text) -> by.setText(text);
            case Value.Int(long number) -> by.setNumber(number); // as Weaviate has it
            case Value.Number(double number) -> by.setNumber(number);
            case Value.Bool(boolean yes) -> by.setBoolean(yes);
            case Value.Date date -> by.setText(DateText.write(date.time()));
            case Value.Uuid uuid -> by.setText(uuid.id().toString());
            case Value.References(List<Value.Beacon> one) -> by.setText(Beacons.write(one.getFirst()));
            case Value.Blob _, Value.Geo _, Value.Phone _, Value.Nested _, Value.Many _ ->
                throw new IllegalStateException("Nothing is grouped by such a value");
        };
    }

    private Aggregations.Builder properties(Aggregated.Group group) {
        Aggregations.Builder all = Aggregations.newBuilder();
        for (Aggregation asked : request.getAggregationsList()) {
            all.addAggregations(SummaryMessage.write(
                    asked,
                    collection.property(asked.getProperty()).orElseThrow().type(),
                    group.properties().get(asked.getProperty())));
        }
        return all;
    }
}
