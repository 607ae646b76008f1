/** {@code POST /v1/embeddings}: OpenAI's embeddings request, answer and errors, for the clients that speak it. */
package io.text2vec.vectors.openai;
