package io.text2vec.collections.tenant;

import io.text2vec.collections.CollectionException;
import java.util.List;
import java.util.Optional;

/**
 * The tenants of collections. Blocks; {@link CollectionException} only, {@link CollectionException.Invalid} where there is no
 * such collection or it has no tenants.
 */
public interface TenantService {

    /** In the order of their names. */
    List<Tenant> all(String collection);

    Optional<Tenant> find(String collection, String name);

    /** Makes tenants; those that are there already stay as they are. */
    void create(String collection, List<Tenant> tenants);

    /** Wakes tenants, or closes their files; all of them or, if one is not there, none. */
    void update(String collection, List<Tenant> tenants);

    /** Removes tenants with their objects; none of a name is fine. */
    void delete(String collection, List<String> names);
}
