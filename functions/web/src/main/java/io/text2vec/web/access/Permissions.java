package io.text2vec.web.access;

import java.util.List;
import java.util.Set;

/**
 * Who may do what, where a list says so.
 *
 * @param listed whether there is one; else everybody may do everything
 */
record Permissions(boolean listed, Set<String> admins, Set<String> readers) {
    static final Permissions EVERYTHING = new Permissions(false, Set.of(), Set.of());

    /** @throws IllegalArgumentException if a user is in both lists */
    static Permissions of(List<String> admins, List<String> readers) {
        for (String reader : readers) {
            if (admins.contains(reader)) {
                throw new IllegalArgumentException("The user " + reader + " is in AUTHORIZATION_ADMINLIST_USERS and in"
                        + " AUTHORIZATION_ADMINLIST_READONLY_USERS: only one of them can hold");
            }
        }
        return new Permissions(true, Set.copyOf(admins), Set.copyOf(readers));
    }

    void requireRead(Caller caller) {
        if (listed && !admins.contains(caller.name()) && !readers.contains(caller.name())) {
            throw AccessDenied.forbidden("The user " + caller.name() + " may not read here: neither"
                    + " AUTHORIZATION_ADMINLIST_USERS nor AUTHORIZATION_ADMINLIST_READONLY_USERS has it.");
        }
    }

    void requireWrite(Caller caller) {
        if (listed && !admins.contains(caller.name())) {
            throw AccessDenied.forbidden("The user " + caller.name()
                    + " may not change anything here: AUTHORIZATION_ADMINLIST_USERS doesn't have it.");
        }
    }
}
