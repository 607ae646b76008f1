/** Orders what was found: how scores and distances of several searches become one, and where to cut. */
package io.text2vec.collections.rank;
