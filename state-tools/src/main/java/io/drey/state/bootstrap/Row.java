// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.jobs.yaml.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, as {@code drey state read} prints it.
 *
 * @param line its number, from 1
 * @param members a member may be null, which is not the same as absent
 */
record Row(long line, Map<String, @Nullable Object> members) {
  static final String STATE = "state";
  static final String KEY = "key";
  static final String NAMESPACE = "namespace";
  static final String MAP_KEY = "map_key";
  static final String VALUE = "value";
  static final String LAST_ACCESS = "last_access";
  static final String TIMESTAMP = "timestamp";

  /** What tells of a value that could not be decoded. */
  private static final String ERROR = "error";

  private static final List<String> WRITTEN =
      List.of(STATE, KEY, NAMESPACE, MAP_KEY, VALUE, LAST_ACCESS, TIMESTAMP);

  /** What {@code read} adds for the reader. */
  private static final List<String> IGNORED = List.of("operator", "subtask", "expired");

  /**
   * Checks the names of its members.
   *
   * @throws InvalidRowException if one is not known
   */
  void checkNames() {
    for (String name : members.keySet()) {
      if (name.equals(ERROR)) {
        throw new InvalidRowException(
            "its value was not decoded when it was read: read it with --jar");
      }
      if (!WRITTEN.contains(name) && !IGNORED.contains(name)) {
        throw new InvalidRowException(Unknown.message("member", name, WRITTEN));
      }
    }
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  @Nullable Object get(String name) {
    return members.get(name);
  }

  /**
   * Returns a member that a state of some kind needs.
   *
   * @throws InvalidRowException if it is absent
   */
  @Nullable Object required(String name, String what) {
    if (!has(name)) {
      throw new InvalidRowException("Missing " + name + ": " + what + " needs it");
    }
    return get(name);
  }

  /**
   * Checks that members are absent which a state of some kind does not have.
   *
   * @throws InvalidRowException if one is there
   */
  void without(String what, String... names) {
    for (String name : names) {
      if (has(name)) {
        throw new InvalidRowException("Invalid " + name + ": must be left out for " + what);
      }
    }
  }

  /** The name of its state; null if it names none. */
  @Nullable String state() {
    Object state = get(STATE);
    if (state != null && !(state instanceof String)) {
      throw new InvalidRowException("Invalid state: must be a name but was " + state);
    }
    return (String) state;
  }

  /** The same row with another member. */
  Row with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Row(line, more);
  }

  /** The same row without a member. */
  Row without(String name) {
    Map<String, @Nullable Object> fewer = new LinkedHashMap<>(members);
    fewer.remove(name);
    return new Row(line, fewer);
  }
}
