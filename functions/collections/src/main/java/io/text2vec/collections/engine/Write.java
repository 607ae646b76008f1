package io.text2vec.collections.engine;

import io.text2vec.collections.object.StoredObject;
import java.util.UUID;

/** What is to be done with an object. */
public sealed interface Write {

    UUID id();

    /** Stores an object, in place of the one with its id if there is one. */
    record Put(StoredObject object) implements Write {
        @Override
        public UUID id() {
            return object.id();
        }
    }

    /** Removes an object; none of that id is fine. */
    record Delete(UUID id) implements Write {}
}
