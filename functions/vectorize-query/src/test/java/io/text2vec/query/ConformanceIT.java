package io.text2vec.query;

import io.text2vec.vectors.PackagedConformance;

/** The packaged function, asked what the reference was asked. */
class ConformanceIT extends PackagedConformance {}
