package io.text2vec.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedImagesTest {

    /** What the reference's list of images calls for, and the newer ones of known families. */
    private static final List<String> MODELS = List.of(
            "distilbert-base-uncased",
            "sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2",
            "sentence-transformers/multi-qa-MiniLM-L6-cos-v1",
            "sentence-transformers/multi-qa-mpnet-base-cos-v1",
            "sentence-transformers/all-mpnet-base-v2",
            "sentence-transformers/all-MiniLM-L12-v2",
            "sentence-transformers/paraphrase-multilingual-mpnet-base-v2",
            "sentence-transformers/all-MiniLM-L6-v2",
            "sentence-transformers/multi-qa-distilbert-cos-v1",
            "sentence-transformers/gtr-t5-base",
            "sentence-transformers/gtr-t5-large",
            "google/flan-t5-base",
            "google/flan-t5-large",
            "BAAI/bge-small-en-v1.5",
            "BAAI/bge-base-en-v1.5",
            "facebook/dpr-ctx_encoder-single-nq-base",
            "facebook/dpr-question_encoder-single-nq-base",
            "vblagoje/dpr-ctx_encoder-single-lfqa-wiki",
            "vblagoje/dpr-question_encoder-single-lfqa-wiki",
            "biu-nlp/abstract-sim-sentence",
            "biu-nlp/abstract-sim-query",
            "Snowflake/snowflake-arctic-embed-xs",
            "Snowflake/snowflake-arctic-embed-s",
            "Snowflake/snowflake-arctic-embed-m",
            "Snowflake/snowflake-arctic-embed-l",
            "sentence-transformers/sentence-t5-base",
            "mixedbread-ai/mxbai-embed-large-v1",
            "intfloat/multilingual-e5-large",
            "Snowflake/snowflake-arctic-embed-m-v1.5");

    @Test
    void everyModelOfTheListHasAnImage() {
        assertThat(PublishedImages.read().all())
                .filteredOn(image -> image.path() != ReferencePath.ONNX)
                .extracting(PublishedImage::model)
                .containsExactlyElementsOf(MODELS);
    }

    @Test
    void theQuantisedOnesAreThoseThatWerePublished() {
        assertThat(PublishedImages.read().all())
                .filteredOn(image -> image.path() == ReferencePath.ONNX)
                .extracting(PublishedImage::tag)
                .allMatch(tag -> tag.endsWith("-onnx"))
                .hasSize(10);
    }

    @Test
    void noTagIsAnotherOnesVersion() {
        PublishedImages table = PublishedImages.read();
        for (PublishedImage image : table.all()) {
            assertThat(table.find(image.tag())).hasValue(image);
        }
    }
}
