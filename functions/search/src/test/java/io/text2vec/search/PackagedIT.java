package io.text2vec.search;

import io.text2vec.vectors.PackagedWithoutEngine;

/** The packaged function, in a process of its own. */
class PackagedIT extends PackagedWithoutEngine {}
