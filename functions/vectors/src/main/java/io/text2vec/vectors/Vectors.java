package io.text2vec.vectors;

import io.text2vec.embedder.Embedding;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * Output of a function.
 *
 * @param of the texts
 * @param embeddings one for each text, in their order
 */
public record Vectors(Texts of, List<Embedding> embeddings) {

    public Vectors {
        embeddings = List.copyOf(embeddings);
    }

    /** What {@code /vectors} answers, or a list of it, as the texts came. */
    Buffer write() {
        if (!of.listed()) {
            return write(0);
        }
        Buffer list = Buffer.buffer("[");
        for (int i = 0; i < embeddings.size(); i++) {
            if (i > 0) {
                list.appendString(",");
            }
            list.appendBuffer(write(i));
        }
        return list.appendString("]");
    }

    private Buffer write(int index) {
        return VectorsAnswer.write(
                of.all().get(index).text(), embeddings.get(index).vector());
    }
}
