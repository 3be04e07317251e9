// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.file.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How much has been read of all that work reads, perhaps in several threads. */
public final class Readings {
  private record Reading(Progress progress, long bytes) {}

  private final List<Reading> readings = new CopyOnWriteArrayList<>();

  /** Adds operators of a snapshot that are read. */
  public Readings add(SnapshotFiles files, List<OperatorSnapshot> operators) {
    long bytes = operators.stream().mapToLong(OperatorSnapshot::bytes).sum();
    readings.add(new Reading(files.progress(), bytes));
    return this;
  }

  /** The bytes that have been read, at most all. */
  public long bytes() {
    return readings.stream()
        .mapToLong(reading -> Math.min(reading.progress().bytes(), reading.bytes()))
        .sum();
  }

  /** The bytes that there are. */
  public long allBytes() {
    return readings.stream().mapToLong(Reading::bytes).sum();
  }

  /** The entries that have been read. */
  public long entries() {
    return readings.stream().mapToLong(reading -> reading.progress().entries()).sum();
  }
}
