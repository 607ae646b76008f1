package io.text2vec.collections.tenant;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.Names;

/** Whether a tenant may be used. */
public enum Activity {
    /** Its objects can be read and written. */
    HOT,
    /** Its files are closed, and calls for it refused. */
    COLD;

    /**
     * Reads a word of a client.
     *
     * @throws Invalid for any other word, and for tenants whose files would be elsewhere
     */
    public static Activity read(String word) {
        return switch (word) {
            case "HOT", "ACTIVE" -> HOT;
            case "COLD", "INACTIVE" -> COLD;
            case "FROZEN", "OFFLOADED" ->
                throw new Invalid("Tenants can't be offloaded: there is no module for it. Make them INACTIVE,"
                        + " which closes their files and leaves them where they are.");
            default ->
                throw new Invalid(
                        "activityStatus must be ACTIVE or INACTIVE, not \"%s\".".formatted(Names.shortened(word)));
        };
    }
}
