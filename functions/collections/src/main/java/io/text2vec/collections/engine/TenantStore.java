package io.text2vec.collections.engine;

import io.text2vec.collections.CollectionException;
import io.text2vec.collections.tenant.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tenants of collections, of which each has objects of its own. Rules as for {@link Engine}: what a method acknowledged
 * is on disk. A call for a tenant that is not there, or not active, ends with {@link CollectionException.Invalid}.
 */
public interface TenantStore {

    /** In the order of their names; none in a collection without tenants. */
    List<Tenant> all(String collection);

    Optional<Tenant> find(String collection, String name);

    /** Makes those that are not there; those that are stay as they are. All or none after a crash. */
    void create(String collection, List<Tenant> tenants);

    /**
     * Wakes tenants, or waits for the calls under way in them and closes their files. All or none after a crash.
     *
     * @throws CollectionException.Invalid if one is not there; then none has changed
     */
    void update(String collection, List<Tenant> tenants);

    /** Removes tenants with their objects; none of a name is fine. All or none after a crash. */
    void delete(String collection, Collection<String> names);
}
