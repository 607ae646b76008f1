package io.text2vec.vectorizers;

/**
 * What a vectorizer is asked.
 *
 * @param path behind the address
 * @param body JSON; null for a GET
 * @param most bytes of the answer
 */
record Request(String path, byte[] body, int most) {

    static Request get(String path, int most) {
        return new Request(path, null, most);
    }
}
