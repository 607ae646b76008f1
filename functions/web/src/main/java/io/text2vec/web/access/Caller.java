package io.text2vec.web.access;

/** Who asks something of a collection. */
public sealed interface Caller {

    /** Somebody without a key, where that is allowed. */
    record Anonymous() implements Caller {
        @Override
        public String name() {
            return "anonymous";
        }
    }

    /** The owner of an API key. */
    record User(String name) implements Caller {}

    /** As lists of users name it. */
    String name();
}
