/** Reading messages of which only a few fields are wanted. */
package io.text2vec.runtime.protobuf;
