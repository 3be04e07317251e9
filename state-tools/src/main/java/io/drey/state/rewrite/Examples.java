// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.RowWriter;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.metadata.OperatorId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first entries of a state that changes, as rows.
 *
 * @param before those of the source
 * @param after those that are written
 */
public record Examples(List<String> before, List<String> after) {
  static final Examples NONE = new Examples(List.of(), List.of());
  private static final int MOST = 3;

  /** Those of several subtasks, as many as are shown. */
  Examples plus(Examples other) {
    return new Examples(first(before, other.before), first(after, other.after));
  }

  private static List<String> first(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).limit(MOST).toList();
  }

  /** Collects them while a state is written. */
  static final class Collector {
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final JsonWriter json = new JsonWriter();
    private final RowWriter old;
    private final RowWriter made;

    /**
     * @param countsListElements whether lists of the source begin with the number of their elements
     */
    Collector(OperatorId operator, boolean countsListElements) {
      this.old = new RowWriter(json, operator.toString(), countsListElements);
      this.made = new RowWriter(json, operator.toString(), false);
    }

    void addBefore(Entry entry) {
      add(entry, old, before);
    }

    boolean wantsAfter() {
      return after.size() < MOST;
    }

    void addAfter(Entry entry) {
      add(entry, made, after);
    }

    private void add(Entry entry, RowWriter rows, List<String> examples) {
      if (examples.size() < MOST) {
        json.truncate(0);
        entry.peek(rows::write);
        examples.add(json.toString().stripTrailing());
      }
    }

    Examples all() {
      return new Examples(List.copyOf(before), List.copyOf(after));
    }
  }
}
