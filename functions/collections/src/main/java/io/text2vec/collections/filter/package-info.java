/** Which objects are meant: conditions on their properties. */
package io.text2vec.collections.filter;
