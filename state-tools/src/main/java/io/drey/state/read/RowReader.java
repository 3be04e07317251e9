package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.Entries;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what an operator keeps as rows, one after the other, and goes on behind damage. */
public final class RowReader {
  /** There may be one for each entry of a damaged file. */
  private static final int MOST_REPORTS = 20;

  private static final int DRAINED_AT = 1 << 16;

  private final SnapshotFiles files;
  private final OperatorSnapshot operator;
  private final @Nullable String state;
  private final Consumer<JsonWriter> drain;
  private final JsonWriter json = new JsonWriter();
  private final List<String> damage = new ArrayList<>();
  private long left;
  private long unreported;

  private RowReader(
      SnapshotFiles files,
      OperatorSnapshot operator,
      @Nullable String state,
      long limit,
      Consumer<JsonWriter> drain) {
    this.files = files;
    this.operator = operator;
    this.state = state;
    this.left = limit;
    this.drain = drain;
  }

  /**
   * Reads rows.
   *
   * @param state the only one whose rows are wanted; null for all
   * @param limit how many rows are wanted at most
   * @param drain is given some rows at a time, each with a line feed at its end
   * @return what could not be read, by the messages that say so
   */
  public static List<String> read(
      SnapshotFiles files,
      OperatorSnapshot operator,
      @Nullable String state,
      long limit,
      Consumer<JsonWriter> drain) {
    RowReader reader = new RowReader(files, operator, state, limit, drain);
    operator.subtasks().forEach(reader::read);
    reader.drain();
    if (reader.unreported > 0) {
      reader.damage.add("Cannot read more: " + reader.unreported + " places like these");
    }
    return reader.damage;
  }

  private void read(SubtaskSnapshot subtask) {
    readKeyed(subtask.managedKeyed());
    readKeyed(subtask.rawKeyed());
    readOperator(subtask.managedOperator(), subtask.index());
  }

  private void readKeyed(@Nullable KeyedHandle handle) {
    if (handle == null || left == 0) {
      return;
    }
    try (Entries entries = KeyedHandles.open(files, handle, operator.maxParallelism())) {
      RowWriter writer =
          new RowWriter(json, operator.id().toString(), entries.countsListElements());
      each(
          entries::next,
          () -> isWanted(entries.entry().state().name()),
          () -> writer.write(entries.entry()));
      report(writer.damaged());
    } catch (SavepointException e) {
      report(e);
    }
  }

  /** Every subtask has the same broadcast state. */
  private void readOperator(@Nullable OperatorHandle handle, int subtask) {
    if (handle == null || left == 0) {
      return;
    }
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      OperatorRowWriter writer = new OperatorRowWriter(json, operator.id().toString());
      each(
          entries::next,
          () ->
              isWanted(entries.state().name()) && (subtask == 0 || !entries.state().isBroadcast()),
          () -> writer.write(entries, subtask));
      report(writer.damaged());
    } catch (SavepointException e) {
      report(e);
    }
  }

  private boolean isWanted(String name) {
    return state == null || state.equals(name);
  }

  private void each(BooleanSupplier next, BooleanSupplier isWanted, Runnable write) {
    while (left > 0) {
      int size = json.size();
      try {
        if (!next.getAsBoolean()) {
          return;
        }
        if (isWanted.getAsBoolean()) {
          write.run();
          left--;
          if (json.size() > DRAINED_AT) {
            drain();
          }
        }
      } catch (SavepointException e) {
        json.truncate(size);
        report(e);
      }
    }
  }

  private void drain() {
    drain.accept(json);
    json.truncate(0);
  }

  private void report(SavepointException e) {
    if (damage.size() < MOST_REPORTS) {
      damage.add(String.valueOf(e.getMessage()));
    } else {
      unreported++;
    }
  }

  private void report(long damagedRows) {
    if (damagedRows > 0) {
      damage.add(
          "Cannot read " + damagedRows + " values: they are shown as bytes, with what is wrong");
    }
  }
}
