/** What a collection is: its properties, vectors and settings, as Weaviate's class JSON has them. */
package io.text2vec.collections.schema;
