package io.text2vec.bench.autoscaler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {

    @Test
    void aPictureHasALineForEverySoftwareAndOneThatIsAlwaysOn() throws Exception {
        Traffic traffic = Traffic.drawn("a < b & c", 300, second -> 3);
        Settings settings = Settings.parse(Path.of("."), List.of());
        List<Row> rows = Case.all(List.of(traffic), Software.measured()).stream()
                .map(each -> new Row(each, each.simulate(settings)))
                .toList();

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Plot.of(rows))));
        assertThat(svg.getDocumentElement().getTextContent()).contains("a < b & c", "native, to zero");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(1 + 4 + 4);
    }
}
