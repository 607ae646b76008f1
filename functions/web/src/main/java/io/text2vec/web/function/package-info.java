/** The doors of functions, which applications and libraries declare: by name, and as CloudEvents. */
package io.text2vec.web.function;
