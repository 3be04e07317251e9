// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sorts records by the bytes of their keys. What does not fit into memory is spilled to a temporary
 * file, which is deleted when the sorter is closed.
 */
public final class RecordSorter implements AutoCloseable {
  private static final int SMALLEST_BUDGET = 1 << 10;

  /** How many runs are read at once; each takes a buffer. */
  private static final int MOST_RUNS = 64;

  private final Path directory;
  private final RecordBuffer buffer;
  private @Nullable Runs runs;

  /**
   * @param directory for the temporary file
   * @param budget how many bytes of memory the records may take
   */
  public RecordSorter(Path directory, long budget) {
    this.directory = directory;
    long allowed = Math.max(SMALLEST_BUDGET, Math.min(RadixSort.MOST_BYTES / 2, budget));
    this.buffer = new RecordBuffer((int) allowed);
  }

  public void add(byte[] key, int keyLength, byte[] value, int valueLength) {
    if (!buffer.hasRoomFor(RecordBuffer.sizeOf(keyLength, valueLength))) {
      spill();
    }
    buffer.add(key, keyLength, value, valueLength);
  }

  private Runs spill() {
    Runs target = runs;
    if (target == null) {
      target = Runs.in(directory);
      runs = target;
    }
    target.add(buffer.sorted(), buffer.size());
    buffer.clear();
    return target;
  }

  /**
   * Returns all records in order. To be called once, after the last record was added.
   *
   * @throws java.io.UncheckedIOException if the temporary file cannot be written
   */
  public Records sorted() {
    if (runs == null) {
      return buffer.sorted();
    }
    Runs all = spill();
    buffer.free();
    while (all.count() > MOST_RUNS) {
      all = merged(all);
    }
    return new MergedRecords(all.read(0, all.count()));
  }

  /** Merges runs into fewer and longer ones. */
  private Runs merged(Runs all) {
    try (all) {
      Runs longer = Runs.in(directory);
      runs = longer;
      for (int from = 0; from < all.count(); from += MOST_RUNS) {
        int to = Math.min(all.count(), from + MOST_RUNS);
        longer.add(new MergedRecords(all.read(from, to)), all.size(from, to));
      }
      return longer;
    }
  }

  @Override
  public void close() {
    if (runs != null) {
      runs.close();
    }
  }
}
