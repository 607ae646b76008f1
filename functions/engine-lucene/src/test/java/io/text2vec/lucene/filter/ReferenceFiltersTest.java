package io.text2vec.lucene.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.CollectionDef;
import io.text2vec.collections.schema.Property;
import io.text2vec.collections.schema.PropertyType;
import io.text2vec.lucene.document.Films;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;

/** What is found by these filters, {@link io.text2vec.lucene.ReferencesTest} shows. */
class ReferenceFiltersTest {
    private static final Property BY =
            Films.property("by", PropertyType.reference(List.of("Film")), true, Optional.empty());

    private static Query pointing(int fitting) {
        return new ReferenceFilters(new Fitting(fitting))
                .pointing(BY, Films.collection(BY), MatchAllDocsQuery.INSTANCE);
    }

    /** A collection where so many objects fit. */
    private record Fitting(int objects) implements Pointed {

        @Override
        public Optional<CollectionDef> collection(String name) {
            return Optional.empty();
        }

        @Override
        public List<UUID> ids(CollectionDef collection, Query query, int most) {
            return LongStream.range(0, Math.min(objects, most))
                    .mapToObj(Films::id)
                    .toList();
        }
    }

    @Test
    void whereNoTargetFitsNothingIsLookedFor() {
        assertThat(pointing(0)).isInstanceOf(MatchNoDocsQuery.class);
    }

    @Test
    void moreTargetsThanAreLookedForAreRefused() {
        assertThat(pointing(ReferenceFilters.MOST_TARGETS)).isNotInstanceOf(MatchNoDocsQuery.class);
        assertThatThrownBy(() -> pointing(ReferenceFilters.MOST_TARGETS + 1))
                .isInstanceOf(Invalid.class)
                .hasMessageContainingAll("'by'", "100000", "Film");
    }
}
