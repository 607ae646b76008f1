package io.text2vec.local;

import io.text2vec.vectors.PackagedConformance;

/** The packaged application, asked what the reference was asked. */
class ConformanceIT extends PackagedConformance {}
