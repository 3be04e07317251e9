// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.jobs.expression.FieldCondition;
import io.drey.operators.event.Event;
import io.drey.operators.event.MalformedJsonException;
import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.Scope;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.CoordinatorState;
import io.drey.state.snapshot.operator.OperatorEntries;
import io.drey.state.snapshot.operator.OperatorState;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the state of an operator as rows, one after the other, and continues after damage. */
public final class RowReader {
  private static final int DRAINED_AT = 1 << 16;
  private static final String BYTES_INSTEAD = "they are shown as bytes, with the error";

  private final SnapshotFiles files;
  private final OperatorSnapshot operator;
  private final Selection selection;
  private final TtlExpiry expiry;
  private final Consumer<JsonWriter> drain;
  private final Predicate<Entry> check;
  private final BroadcastCopies copies = new BroadcastCopies();
  private final JsonWriter json = new JsonWriter();
  private final Damage damage = new Damage();
  private final Set<String> needed = new TreeSet<>();
  private long skip;
  private long left;

  private RowReader(
      SnapshotFiles files,
      OperatorSnapshot operator,
      Selection selection,
      TtlExpiry expiry,
      Consumer<JsonWriter> drain,
      Predicate<Entry> check) {
    this.files = files;
    this.operator = operator;
    this.selection = selection;
    this.expiry = expiry;
    this.skip = selection.skip();
    this.left = selection.limit();
    this.drain = drain;
    this.check = check;
  }

  /**
   * Reads rows.
   *
   * @param drain receives some rows at a time, each ending with a line feed
   * @throws IllegalArgumentException if the selected key cannot be a key of the operator
   */
  public static Outcome read(
      SnapshotFiles files,
      OperatorSnapshot operator,
      Selection selection,
      TtlExpiry expiry,
      Consumer<JsonWriter> drain) {
    return new RowReader(files, operator, selection, expiry, drain, entry -> true).read();
  }

  /** Reads all rows without returning them, and checks that keys are in the right key groups. */
  public static Outcome check(SnapshotFiles files, OperatorSnapshot operator) {
    KeyGroupCheck check = new KeyGroupCheck(operator.maxParallelism());
    return new RowReader(
            files, operator, Selection.ALL, TtlExpiry.UNKNOWN, rows -> {}, check::check)
        .read();
  }

  /**
   * The result of reading.
   *
   * @param rows the number of rows
   * @param damage error messages about what could not be read
   * @param unsupported those of them that are not about damage
   * @param needed what could decode values that were written as bytes
   * @param warnings messages about what may be unexpected
   */
  public record Outcome(
      long rows,
      List<String> damage,
      Set<String> unsupported,
      Set<String> needed,
      List<String> warnings) {}

  private Outcome read() {
    readCoordinator();
    operator.subtasks().forEach(this::read);
    drain();
    List<String> warnings = left > 0 ? copies.warnings() : List.of();
    return new Outcome(
        selection.limit() - left, damage.messages(), damage.unsupported(), needed, warnings);
  }

  private void read(SubtaskSnapshot subtask) {
    readKeyed(subtask.managedKeyed());
    readKeyed(subtask.rawKeyed());
    if (!selection.isKeyed()) {
      readOperator(subtask.managedOperator(), subtask.index());
    }
  }

  private void readKeyed(@Nullable KeyedHandle handle) {
    if (handle == null || left == 0) {
      return;
    }
    try {
      KeyFilter keys = keys(handle);
      if (keys == null) {
        readGroups(handle);
      } else {
        for (Scope scope : keys.scopes(handle.groups(), selection.state())) {
          readKeyed(handle, scope, keys::isWanted);
        }
      }
    } catch (SavepointException e) {
      damage.add(e);
    }
  }

  private void readGroups(KeyedHandle handle) {
    KeyGroups wanted = selection.groups();
    KeyGroups groups = wanted == null ? null : wanted.within(handle.groups());
    if (groups == null || groups.count() > 0) {
      readKeyed(handle, new Scope(groups, selection.state()), check);
    }
  }

  /** Created for each handle, since damage may change the key type in one of them. */
  private @Nullable KeyFilter keys(KeyedHandle handle) {
    if (selection.key() == null) {
      return null;
    }
    List<KeyedState> states = KeyedHandles.states(files, handle);
    return states.isEmpty()
        ? null
        : KeyFilter.of(selection.key(), states.get(0).key(), operator.maxParallelism());
  }

  private void readKeyed(KeyedHandle handle, Scope scope, Predicate<Entry> isOfKey) {
    try (EntryReader entries = KeyedHandles.open(files, handle, operator.maxParallelism(), scope)) {
      RowWriter writer =
          new RowWriter(json, operator.id().toString(), entries.countsListElements(), expiry)
              .tellingKeyGroups(selection.groups() != null);
      each(
          entries::next,
          () -> selection.hasState(entries.entry().state().name()) && isOfKey.test(entries.entry()),
          () -> writer.write(entries.entry()));
      damage.addValues(writer.damaged(), BYTES_INSTEAD);
      needed.addAll(writer.needed());
    }
  }

  /** Reads operator state; broadcast state only once, since every subtask has the same. */
  private void readOperator(@Nullable OperatorHandle handle, int subtask) {
    if (handle == null || left == 0) {
      return;
    }
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      OperatorRowWriter writer = new OperatorRowWriter(json, operator.id().toString());
      entries.states().stream()
          .filter(OperatorState::isBroadcast)
          .forEach(state -> copies.start(state.name(), subtask));
      each(
          entries::next,
          () -> selection.hasState(entries.state().name()) && isFirstCopy(entries, subtask),
          () -> writer.write(entries, subtask));
      damage.addValues(writer.damaged(), BYTES_INSTEAD);
      needed.addAll(writer.needed());
    } catch (SavepointException e) {
      damage.add(e);
    }
  }

  private void readCoordinator() {
    CoordinatorState state = CoordinatorState.of(operator);
    if (state == null || selection.isKeyed() || !selection.hasState(CoordinatorState.NAME)) {
      return;
    }
    Iterator<CoordinatorState> only = List.of(state).iterator();
    CoordinatorRowWriter writer = new CoordinatorRowWriter(json, operator.id().toString());
    each(only::hasNext, () -> true, () -> writer.write(only.next().read(files)));
    damage.addValues(writer.damaged(), BYTES_INSTEAD);
  }

  private boolean isFirstCopy(OperatorEntries entries, int subtask) {
    if (entries.state().isBroadcast()) {
      copies.add(entries, subtask);
      return subtask == 0;
    }
    return true;
  }

  private void each(BooleanSupplier next, BooleanSupplier isWanted, Runnable write) {
    while (left > 0) {
      int size = json.size();
      try {
        if (!next.getAsBoolean()) {
          return;
        }
        files.progress().addEntry();
        if (isWanted.getAsBoolean()) {
          write.run();
          keep(size);
        }
      } catch (SavepointException e) {
        json.truncate(size);
        damage.add(e);
      }
    }
  }

  /** Keeps the row that was written last if it is selected. */
  private void keep(int from) {
    if (selection.where() != null && !holds(selection.where(), from)) {
      json.truncate(from);
      return;
    }
    if (skip > 0) {
      skip--;
      json.truncate(from);
      return;
    }
    left--;
    if (json.size() > DRAINED_AT) {
      drain();
    }
  }

  private boolean holds(FieldCondition condition, int from) {
    try {
      return condition.test(Event.parse(json.buffer(), from, json.size() - 1));
    } catch (MalformedJsonException e) {
      throw new SavepointException(
          operator.id().toString(), "a row is not a valid event: " + e.getMessage());
    }
  }

  private void drain() {
    drain.accept(json);
    json.truncate(0);
  }
}
