package io.text2vec.lucene.log;

/** What a write waits for. */
public enum Durability {
    /** For the disk: what was acknowledged survives a loss of power. Writes that come at once wait for it together. */
    SYNCED,
    /** For the operating system: what was acknowledged survives the end of the process, but not a loss of power. */
    RELAXED
}
