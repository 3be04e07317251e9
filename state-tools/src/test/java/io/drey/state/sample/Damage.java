// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.OperatorRowWriter;
import io.drey.state.read.RowWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Reads all that can be read of a snapshot, going on after damage.
 *
 * @param rows how many there were
 * @param reports what was said of the damage
 * @param damagedRows how many rows say that they are damaged
 */
public record Damage(long rows, List<String> reports, long damagedRows) {
  /** Anything else than a report is thrown. */
  public static Damage of(Path snapshot) {
    Reading reading = new Reading(new ArrayList<>());
    reading.attempt(() -> reading.all(SnapshotFiles.at(snapshot.toString())));
    return new Damage(reading.rows, reading.reports, reading.damagedRows);
  }

  private static final class Reading {
    private final List<String> reports;
    private final JsonWriter json = new JsonWriter();
    private long rows;
    private long damagedRows;

    Reading(List<String> reports) {
      this.reports = reports;
    }

    void attempt(Runnable reading) {
      try {
        reading.run();
      } catch (SavepointException e) {
        reports.add(e.getMessage());
      }
    }

    void all(SnapshotFiles files) {
      Metadata metadata = files.metadata();
      for (OperatorSnapshot operator : metadata.operators()) {
        for (SubtaskSnapshot subtask : operator.subtasks()) {
          for (KeyedHandle handle : keyedHandles(subtask)) {
            attempt(() -> keyed(files, operator, handle));
          }
          if (subtask.managedOperator() != null) {
            attempt(() -> operator(files, subtask));
          }
        }
      }
    }

    private static List<KeyedHandle> keyedHandles(SubtaskSnapshot subtask) {
      return Stream.of(subtask.managedKeyed(), subtask.rawKeyed())
          .flatMap(Stream::ofNullable)
          .toList();
    }

    private void keyed(SnapshotFiles files, OperatorSnapshot operator, KeyedHandle handle) {
      try (EntryReader entries = KeyedHandles.open(files, handle, operator.maxParallelism())) {
        RowWriter writer = new RowWriter(json, "o", entries.countsListElements());
        each(entries::next, () -> writer.write(entries.entry()));
        damagedRows += writer.damaged();
      }
    }

    private void operator(SnapshotFiles files, SubtaskSnapshot subtask) {
      try (OperatorEntries entries = OperatorEntries.open(files, subtask.managedOperator())) {
        OperatorRowWriter writer = new OperatorRowWriter(json, "o");
        each(entries::next, () -> writer.write(entries, subtask.index()));
        damagedRows += writer.damaged();
      }
    }

    private void each(BooleanSupplier next, Runnable entry) {
      for (int failures = 0; failures < 10_000; ) {
        try {
          if (!next.getAsBoolean()) {
            return;
          }
          entry.run();
          rows++;
          json.truncate(0);
        } catch (SavepointException e) {
          reports.add(e.getMessage());
          failures++;
        }
      }
      throw new AssertionError("Damage without an end: " + reports.get(0));
    }
  }
}
