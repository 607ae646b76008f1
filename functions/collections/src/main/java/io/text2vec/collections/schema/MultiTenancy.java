package io.text2vec.collections.schema;

/** Whether each tenant has objects of its own. */
public record MultiTenancy(boolean enabled, boolean autoTenantCreation, boolean autoTenantActivation) {
    public static final MultiTenancy OFF = new MultiTenancy(false, false, false);
}
