/** How settings are read that Weaviate has too. */
package io.text2vec.web.setting;
