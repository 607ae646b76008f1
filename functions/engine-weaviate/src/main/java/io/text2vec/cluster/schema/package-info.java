/** Classes as clients see them and as Weaviate keeps them. */
package io.text2vec.cluster.schema;
