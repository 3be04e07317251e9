// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.offsets;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldName;
import io.drey.operators.event.JsonValue;
import io.drey.state.json.JsonWriter;
import io.drey.state.offsets.SplitOffset.Status;
import io.drey.state.read.RowReader;
import io.drey.state.read.Selection;
import io.drey.state.read.TtlExpiry;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.CoordinatorState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where the sources of a savepoint stand. What a reader has counts; of what the enumerator keeps
 * only that is listed which no reader has.
 */
public final class SourceOffsets {
  private static final String READER = "SourceReaderState";
  private static final FieldName VALUE = new FieldName("value");
  private static final FieldName SUBTASK = new FieldName("subtask");
  private static final FieldName BYTES = new FieldName("bytes");
  private static final FieldName VERSION = new FieldName("version");

  private final SnapshotFiles files;
  private final List<SplitOffset> offsets = new ArrayList<>();
  private final List<String> damage = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  private SourceOffsets(SnapshotFiles files) {
    this.files = files;
  }

  /** Reads the state of all sources. */
  public static SourceOffsets of(SnapshotFiles files) {
    SourceOffsets all = new SourceOffsets(files);
    files.metadata().operators().forEach(all::add);
    return all;
  }

  /** Reads the state of one operator; there is none of interest if it is no source. */
  public static SourceOffsets of(SnapshotFiles files, OperatorSnapshot operator) {
    SourceOffsets one = new SourceOffsets(files);
    one.add(operator);
    return one;
  }

  /** The splits, by operator and then by topic and partition, or by path. */
  public List<SplitOffset> offsets() {
    return offsets;
  }

  /** Error messages about what could not be read. */
  public List<String> damage() {
    return damage;
  }

  /** Messages about sources of which nothing is known. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void add(OperatorSnapshot operator) {
    List<SplitOffset> found = new ArrayList<>();
    if (operator.subtasks().stream().anyMatch(SourceOffsets::isReader)) {
      values(operator, READER, row -> addOfReader(operator, row, found));
    }
    if (operator.coordinator() != null) {
      Set<SplitName> held = found.stream().map(SplitOffset::split).collect(Collectors.toSet());
      values(operator, CoordinatorState.NAME, row -> addOfEnumerator(operator, row, held, found));
    }
    found.sort(Comparator.comparing(SplitOffset::split));
    offsets.addAll(found);
  }

  private static boolean isReader(SubtaskSnapshot subtask) {
    OperatorHandle handle = subtask.managedOperator();
    return handle != null
        && handle.states().stream().anyMatch(state -> state.state().equals(READER));
  }

  private void addOfReader(OperatorSnapshot operator, Event row, List<SplitOffset> found) {
    JsonValue subtask = row.value(SUBTASK);
    Event value = value(row, "a reader", operator);
    SplitOffset split =
        subtask == null
            ? null
            : SplitValues.ofReader(
                operator.id().toString(), Integer.parseInt(subtask.text()), value);
    if (split != null) {
      found.add(split);
    }
  }

  private void addOfEnumerator(
      OperatorSnapshot operator, Event row, Set<SplitName> held, List<SplitOffset> found) {
    Event value = value(row, "the enumerator", operator);
    SplitValues.ofEnumerator(operator.id().toString(), value).stream()
        .filter(each -> each.status() == Status.UNASSIGNED || !held.contains(each.split()))
        .forEach(found::add);
  }

  private void values(OperatorSnapshot operator, String state, Consumer<Event> row) {
    Selection selection = Selection.ofState(state);
    RowReader.Outcome outcome =
        RowReader.read(
            files, operator, selection, TtlExpiry.UNKNOWN, rows -> events(rows).forEach(row));
    damage.addAll(outcome.damage());
  }

  private static List<Event> events(JsonWriter rows) {
    return rows.toString().lines().map(Event::of).toList();
  }

  /** Returns the value of a row; nothing if it has none. */
  private Event value(Event row, String owner, OperatorSnapshot operator) {
    JsonValue value = row.value(VALUE);
    Event object = value == null ? null : value.object();
    if (object == null) {
      return Event.of("{}");
    }
    if (object.value(VERSION) != null && object.value(BYTES) != null) {
      warnings.add(
          "%s of '%s' keeps its splits in a format that is not known"
              .formatted(owner, operator.id()));
    }
    return object;
  }
}
