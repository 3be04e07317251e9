// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way through a document to its records, and what these keep of the objects around them. */
final class RecordPath {
  private final String text;
  private final List<String> names;
  private final KeptFields kept;
  private final Deque<Enclosing> enclosing = new ArrayDeque<>();

  private boolean hasRecords;

  /** The name of a member that was to be kept, but stands behind the records. */
  private @Nullable String behind;

  /**
   * @param names the names of the fields that lead to the array
   * @param keep the fields of the enclosing objects that the records keep
   */
  RecordPath(List<String> names, List<FieldPath> keep) {
    this.names = names;
    this.text = String.join(".", names);
    this.kept = new KeptFields(keep);
  }

  /** A document begins. */
  void begin() {
    hasRecords = false;
    behind = null;
  }

  /** Leaves the document. */
  void forget() {
    enclosing.clear();
  }

  /** The innermost object or array. */
  Enclosing inner() {
    return enclosing.getFirst();
  }

  /** Enters an object or array. */
  void enter(Enclosing inner) {
    enclosing.push(inner);
    if (inner.kind() == Enclosing.Kind.RECORDS) {
      List<Event> objects = new ArrayList<>();
      enclosing.descendingIterator().forEachRemaining(outer -> objects.add(outer.object()));
      kept.take(objects);
    }
  }

  /** Leaves the innermost; whether it was the document. */
  boolean leave() {
    hasRecords |= enclosing.pop().kind() == Enclosing.Kind.RECORDS;
    return enclosing.isEmpty();
  }

  /** What a document lacks that has been read to its end; null if nothing. */
  @Nullable String lack() {
    if (!hasRecords) {
      return "No array '" + text + "'";
    }
    return behind == null
        ? null
        : "Field '" + behind + "' stands behind the records and cannot be kept";
  }

  /** The value of a member, by its first byte, if it leads on to the records; else null. */
  @Nullable Enclosing way(String name, byte first) {
    Enclosing inner = inner();
    int level = inner.level();
    if (level >= names.size() || !name.equals(names.get(level))) {
      return null;
    }
    boolean isLast = level == names.size() - 1;
    inner.pass();
    if (first == '[') {
      return new Enclosing(isLast ? Enclosing.Kind.RECORDS : Enclosing.Kind.ARRAY, level + 1);
    }
    return first == '{' && !isLast ? new Enclosing(Enclosing.Kind.OBJECT, level + 1) : null;
  }

  /** Whether a member that leads nowhere may hold something to keep. */
  boolean mayKeep(String name) {
    if (inner().isPassed() && kept.isOf(name)) {
      behind = name;
    }
    return kept.mayBeIn(name);
  }

  /** The event of a record with what it keeps. */
  Event whole(Event event) {
    return kept.addTo(event);
  }
}
