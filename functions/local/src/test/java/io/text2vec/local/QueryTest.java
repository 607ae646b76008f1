package io.text2vec.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.text2vec.local.Query.Match;
import io.text2vec.local.Query.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void metricsMatchersAndGroupsAreFoundAmongFunctionsNumbersAndRanges() {
        Query query = Query.parse("histogram_quantile(0.99, sum by (le, door) (rate(a_bucket{job=~\"$job\", s!=\"1\"}"
                + "[$__rate_interval]))) / on (door) max_over_time(b[5m]) > 1e3 and c");
        assertThat(query.selectors())
                .containsExactly(
                        new Selector("a_bucket", List.of(new Match("job", "=~", "$job"), new Match("s", "!=", "1"))),
                        new Selector("b", List.of()),
                        new Selector("c", List.of()));
        assertThat(query.grouped()).containsExactlyInAnyOrder("le", "door");
    }

    @Test
    void whatItCannotReadItSays() {
        assertThatThrownBy(() -> Query.parse("a{b=1}")).hasMessageContaining("{b=1}");
    }
}
