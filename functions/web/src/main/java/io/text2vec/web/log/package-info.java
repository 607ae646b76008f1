/** Log lines as JSON, where they are asked for. */
package io.text2vec.web.log;
