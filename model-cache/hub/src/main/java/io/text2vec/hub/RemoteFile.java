package io.text2vec.hub;

/**
 * A file of a model on the hub.
 *
 * @param name with its folders, {@code /} between them
 * @param size in bytes
 */
record RemoteFile(String name, long size, Checksum checksum) {}
