/** How texts become the tokens that are stored and looked for. */
package io.text2vec.collections.token;
