package io.text2vec.collections.tenant;

import io.text2vec.collections.CollectionException.Invalid;
import io.text2vec.collections.schema.Names;
import java.util.regex.Pattern;

/** Which names tenants may have. */
final class TenantNames {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private TenantNames() {}

    static void check(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new Invalid("A tenant's name must be 1 to 64 letters, digits, - or _; \"%s\" is not."
                    .formatted(Names.shortened(name)));
        }
    }
}
