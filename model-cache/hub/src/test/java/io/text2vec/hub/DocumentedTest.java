package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of images in {@code docs/models.md} says what the table that is used says. */
class DocumentedTest {
    private static final Path ROOT = Path.of(System.getProperty("text2vec.root"));
    private static final Path MODELS =
            ROOT.resolve(Path.of("model-cache", "runtime", "src", "test", "resources", "models"));

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs").resolve("models.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains(" | reference-"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .toList();
    }

    private static String size(int megabytes) {
        return megabytes < 1000 ? megabytes + " MB" : Sizes.text(megabytes * 1_000_000L);
    }

    @Test
    void everyImageHasItsRowAndEveryRowItsImage() throws IOException {
        assertThat(rows())
                .extracting(row -> List.of(row).subList(0, 7))
                .containsExactlyElementsOf(PublishedImages.read().all().stream()
                        .map(image -> List.of(
                                "`" + image.tag() + "`",
                                image.model(),
                                image.path().recipe().word(),
                                size(image.megabytes()),
                                String.valueOf(image.dimensions()),
                                String.valueOf(image.limit()),
                                image.pooling()))
                        .toList());
    }

    @Test
    void everyRowNamesAModelOfTheTestsThatThereIs() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(MODELS.resolve(row[8])).isDirectory());
    }

    /** What is run on real weights is a claim; it grows only with a source of such weights. */
    @Test
    void everyRowSaysWhatWeightsWereRun() throws IOException {
        Set<String> real = Set.of("sentence-transformers/all-MiniLM-L6-v2", "BAAI/bge-small-en-v1.5");
        assertThat(rows()).allSatisfy(row -> assertThat(row[9]).isEqualTo(real.contains(row[1]) ? "real" : "random"));
    }

    @Test
    void theRefusedOnesAreThere() throws IOException {
        String text = Files.readString(ROOT.resolve("docs").resolve("models.md"));
        assertThat(text)
                .contains("`minishlab-potion-base-8M`", "`eurobert-eurobert-210m`", "`qwen-qwen3-embedding-4b`")
                .contains("`google-gemma-3-300m-embedding`");
    }
}
