package io.text2vec.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsLineUp() {
        Table table = new Table("a", "long head");
        table.row("value", "1");
        assertThat(table.toString()).isEqualTo("""
                        | a     | long head |
                        | ----- | --------- |
                        | value | 1         |
                        """);
    }

    @Test
    void everyRowHasTheHeadsCells() {
        assertThatThrownBy(() -> new Table("a", "b").row("1")).isInstanceOf(IllegalArgumentException.class);
    }
}
