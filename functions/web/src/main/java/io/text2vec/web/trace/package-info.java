/** Which trace a call belongs to: what it brought in W3C's headers, what goes on with it, and what its log lines say. */
package io.text2vec.web.trace;
