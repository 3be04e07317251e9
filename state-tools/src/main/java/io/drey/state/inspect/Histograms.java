// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.read.Accesses;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedStateType;
import java.util.ArrayList;
import java.util.List;

/** How the entries of a keyed state are distributed: over key groups, sizes, and times. */
public final class Histograms {
  private final long[] entriesOfGroups;
  private final long[] bytesOfGroups;

  /** By the number of binary digits of a size. */
  private final long[] sizes = new long[Long.SIZE];

  private final TimeHistogram accesses = new TimeHistogram();
  private final TimeHistogram due = new TimeHistogram();

  Histograms(int maxParallelism) {
    this.entriesOfGroups = new long[maxParallelism];
    this.bytesOfGroups = new long[maxParallelism];
  }

  /**
   * Entries of a range of sizes.
   *
   * @param from in bytes
   * @param to likewise, exclusive; twice as many
   */
  public record SizeBar(long from, long to, long count) {}

  void add(Entry entry, Accesses times) {
    long size = entry.bytes();
    entriesOfGroups[entry.keyGroup()]++;
    bytesOfGroups[entry.keyGroup()] += size;
    sizes[Long.SIZE - Long.numberOfLeadingZeros(size)]++;
    if (entry.state().kind() == KeyedStateType.TIMERS) {
      due.add(Accesses.due(entry));
    } else {
      times.each(entry, accesses::add);
    }
  }

  /** By key group. */
  public long[] entriesOfGroups() {
    return entriesOfGroups.clone();
  }

  /** By key group. */
  public long[] bytesOfGroups() {
    return bytesOfGroups.clone();
  }

  /** Sizes of entries, from the smallest to the largest, with ranges that are empty. */
  public List<SizeBar> sizes() {
    List<SizeBar> bars = new ArrayList<>();
    int last = sizes.length - 1;
    while (last >= 0 && sizes[last] == 0) {
      last--;
    }
    for (int digits = 0; digits <= last; digits++) {
      if (!bars.isEmpty() || sizes[digits] > 0) {
        bars.add(new SizeBar(digits == 0 ? 0 : 1L << (digits - 1), 1L << digits, sizes[digits]));
      }
    }
    return bars;
  }

  /** When values with a TTL were last accessed. */
  public TimeHistogram accesses() {
    return accesses;
  }

  /** When timers are due. */
  public TimeHistogram due() {
    return due;
  }
}
