// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.read.Accesses;
import io.drey.state.snapshot.keyed.Entry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The totals of one keyed state. */
public final class StateTotals {
  private final long[] entriesOfGroups;
  private final @Nullable Histograms histograms;
  private final LargestKeys largest = new LargestKeys();
  private long entries;
  private long bytes;
  private long expired;

  StateTotals(int maxParallelism, boolean hasHistograms) {
    this.entriesOfGroups = new long[maxParallelism];
    this.histograms = hasHistograms ? new Histograms(maxParallelism) : null;
  }

  void add(Entry entry, boolean isExpired, Accesses times) {
    long size = entry.bytes();
    entries++;
    bytes += size;
    entriesOfGroups[entry.keyGroup()]++;
    largest.add(entry, size);
    if (isExpired) {
      expired++;
    }
    if (histograms != null) {
      histograms.add(entry, times);
    }
  }

  public long entries() {
    return entries;
  }

  /** The bytes of keys, namespaces and values, without the framing of the file. */
  public long bytes() {
    return bytes;
  }

  /** The number of expired entries, if the TTL is known. */
  public long expired() {
    return expired;
  }

  /** How they are distributed; null unless that was asked for. */
  public @Nullable Histograms histograms() {
    return histograms;
  }

  /** Returns the largest keys, the largest first. */
  public List<LargestKeys.Sum> largest() {
    return largest.sums();
  }

  /** Returns how entries are spread over key groups. */
  public Spread spread() {
    long[] sorted = entriesOfGroups.clone();
    Arrays.sort(sorted);
    int first = 0;
    while (first < sorted.length - 1 && sorted[first] == 0) {
      first++;
    }
    long most = sorted[sorted.length - 1];
    int used = most == 0 ? 0 : sorted.length - first;
    int fullest = 0;
    while (entriesOfGroups[fullest] < most) {
      fullest++;
    }
    return new Spread(sorted.length, used, sorted[first], sorted[first + used / 2], most, fullest);
  }

  /**
   * The spread of entries over key groups.
   *
   * @param groups the number of key groups
   * @param used how many of them have entries
   * @param fewest the number of entries in the smallest of those
   * @param median the median number of entries in those
   * @param most the number of entries in the largest
   * @param fullest the first key group with that many entries
   */
  public record Spread(int groups, int used, long fewest, long median, long most, int fullest) {}
}
