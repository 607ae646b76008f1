/** The threads that reads and writes block on, so that no door's event loop does. */
package io.text2vec.collections.work;
