/** Weaviate's REST interface below {@code /v1}: JSON to our records and back. */
package io.text2vec.weaviate.rest;
