package io.text2vec.web;

/**
 * How a contract writes a failure. A bean of this type serves the paths it covers; every other path, the unknown ones
 * too, answers {@code {"error":"sentence"}}.
 */
public interface ErrorShape {

    /** Whether the contract of this shape has the path, as far as it matters which path it is. */
    boolean covers(String path);

    /** The JSON body for a failure. Status and headers are the failure's own. */
    String write(Failure failure);
}
