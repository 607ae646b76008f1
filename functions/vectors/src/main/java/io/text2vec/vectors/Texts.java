package io.text2vec.vectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.text2vec.web.JsonBody;
import io.text2vec.web.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Input of a function: a {@link VectorsRequest} or a list of them.
 *
 * @param listed whether they came as a list, so that the answer is one too
 */
public record Texts(List<VectorsRequest> all, boolean listed) {

    static final String EXAMPLE = VectorsRequest.EXAMPLE + " or a list of these";

    public Texts {
        all = List.copyOf(all);
    }

    /**
     * Reads a body.
     *
     * @throws Refusal 400 if it is not one JSON value in UTF-8, 422 if a field has another type than the contract's
     */
    static Texts parse(byte[] body) {
        return JsonBody.parse(body, EXAMPLE, Texts::read);
    }

    private static Texts read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            return new Texts(List.of(VectorsRequest.read(in)), false);
        }
        List<VectorsRequest> all = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            all.add(VectorsRequest.read(in));
        }
        return new Texts(all, true);
    }
}
