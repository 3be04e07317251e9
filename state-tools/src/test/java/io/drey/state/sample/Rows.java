// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.OperatorRowWriter;
import io.drey.state.read.RowWriter;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.metadata.SubtaskSnapshot;
import io.drey.state.snapshot.operator.OperatorEntries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a snapshot holds of an operator, as rows. */
public final class Rows {
  private Rows() {}

  /** The rows of an operator's keyed state, the instants of last accesses left out. */
  public static List<String> keyed(Path snapshot, String operator) {
    return timed(snapshot, operator).stream().map(Rows::withoutAccesses).toList();
  }

  /** The same with the instants of last accesses. */
  public static List<String> timed(Path snapshot, String operator) {
    SnapshotFiles files = SnapshotFiles.at(snapshot.toString());
    List<String> rows = new ArrayList<>();
    for (OperatorSnapshot candidate : files.metadata().operators()) {
      if (candidate.id().toString().equals(operator)) {
        for (SubtaskSnapshot subtask : candidate.subtasks()) {
          KeyedHandle managed = subtask.managedKeyed();
          if (managed != null) {
            addRows(files, managed, candidate, rows);
          }
          KeyedHandle raw = subtask.rawKeyed();
          if (raw != null) {
            addRows(files, raw, candidate, rows);
          }
        }
      }
    }
    return rows;
  }

  /** The rows of an operator's own state; of broadcast state those of the first subtask. */
  public static List<String> operator(Path snapshot, String operator) {
    SnapshotFiles files = SnapshotFiles.at(snapshot.toString());
    List<String> rows = new ArrayList<>();
    for (OperatorSnapshot candidate : files.metadata().operators()) {
      if (candidate.id().toString().equals(operator)) {
        for (SubtaskSnapshot subtask : candidate.subtasks()) {
          OperatorHandle handle = subtask.managedOperator();
          if (handle != null) {
            addRows(files, handle, subtask.index(), operator, rows);
          }
        }
      }
    }
    return rows;
  }

  private static void addRows(
      SnapshotFiles files, OperatorHandle handle, int subtask, String operator, List<String> rows) {
    try (OperatorEntries entries = OperatorEntries.open(files, handle)) {
      JsonWriter json = new JsonWriter();
      OperatorRowWriter writer = new OperatorRowWriter(json, operator);
      while (entries.next()) {
        if (subtask == 0 || !entries.state().isBroadcast()) {
          writer.write(entries, subtask);
          rows.add(json.toString().stripTrailing());
          json.truncate(0);
        }
      }
    }
  }

  private static void addRows(
      SnapshotFiles files, KeyedHandle handle, OperatorSnapshot operator, List<String> rows) {
    try (EntryReader entries = KeyedHandles.open(files, handle, operator.maxParallelism())) {
      JsonWriter json = new JsonWriter();
      RowWriter writer =
          new RowWriter(json, operator.id().toString(), entries.countsListElements());
      while (entries.next()) {
        writer.write(entries.entry());
        rows.add(json.toString().stripTrailing());
        json.truncate(0);
      }
    }
  }

  private static String withoutAccesses(String row) {
    int at = row.indexOf("\"last_access\":");
    return at < 0 ? row : row.substring(0, at) + row.substring(at).replaceAll("\"20[^\"]*Z\"", "T");
  }
}
