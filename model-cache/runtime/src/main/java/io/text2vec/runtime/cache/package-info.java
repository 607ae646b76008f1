/** Repeated texts answered from memory, in front of the queue. */
package io.text2vec.runtime.cache;
