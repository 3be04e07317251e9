package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.metadata.KeyGroups;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a handle, so that the rest need not be read.
 *
 * @param groups the only key groups whose entries come; null for all
 * @param state the only state that is wanted, though entries of others may come too; null for all
 */
public record Scope(@Nullable KeyGroups groups, @Nullable String state) {
  public static final Scope ALL = new Scope(null, null);

  boolean hasGroup(int keyGroup) {
    return groups == null || groups.contains(keyGroup);
  }

  boolean hasState(String name) {
    return state == null || state.equals(name);
  }
}
