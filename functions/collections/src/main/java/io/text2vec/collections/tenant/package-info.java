/** Parts of a collection that belong to one tenant each. */
package io.text2vec.collections.tenant;
