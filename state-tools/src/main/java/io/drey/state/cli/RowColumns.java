// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.output.RowFormat;
import io.drey.state.inspect.StateReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The members that rows of some states may have, in the order in which they are printed.
 *
 * @param names all of them
 */
record RowColumns(Set<String> names) {
  /** The members that replace a value that cannot be decoded. */
  static final List<String> UNDECODED = List.of("error", "bytes");

  static final String VALUE = "value";

  static RowColumns of(List<StateReport> states, boolean showsExpired) {
    Set<String> names = new LinkedHashSet<>(List.of("operator", "state"));
    add(names, "subtask", states.stream().anyMatch(state -> state.kind().equals("operator list")));
    add(names, "key", states.stream().anyMatch(state -> state.keyType() != null));
    add(names, "namespace", states.stream().anyMatch(state -> state.namespaceType() != null));
    add(names, "map_key", states.stream().anyMatch(StateReport::isMap));
    add(names, "timestamp", states.stream().anyMatch(StateReport::isTimers));
    boolean hasTtl = states.stream().anyMatch(StateReport::hasTtl);
    add(names, "last_access", hasTtl);
    add(names, "expired", hasTtl && showsExpired);
    add(names, VALUE, !states.stream().allMatch(StateReport::isTimers));
    names.addAll(UNDECODED);
    return new RowColumns(names);
  }

  /** The same with the key group of each row. */
  RowColumns withKeyGroup() {
    Set<String> all = new LinkedHashSet<>(List.of("operator", "state", "key_group"));
    all.addAll(names);
    return new RowColumns(all);
  }

  /** Returns the columns that a format shows. */
  RowColumns shownIn(RowFormat format) {
    if (format != RowFormat.TABLE) {
      return this;
    }
    Set<String> shown = new LinkedHashSet<>(names);
    shown.remove("operator");
    UNDECODED.forEach(shown::remove);
    return new RowColumns(shown);
  }

  private static void add(Set<String> names, String name, boolean isThere) {
    if (isThere) {
      names.add(name);
    }
  }
}
