package io.drey.state.inspect;

import io.drey.state.snapshot.keyed.Entry;
import java.util.Arrays;
import java.util.List;

/** What the entries of one state of keys add up to. */
public final class StateTotals {
  private final long[] entriesOfGroups;
  private final LargestKeys largest = new LargestKeys();
  private long entries;
  private long bytes;
  private long expired;

  StateTotals(int maxParallelism) {
    this.entriesOfGroups = new long[maxParallelism];
  }

  void add(Entry entry, boolean isExpired) {
    long size = entry.bytes();
    entries++;
    bytes += size;
    entriesOfGroups[entry.keyGroup()]++;
    largest.add(entry, size);
    if (isExpired) {
      expired++;
    }
  }

  public long entries() {
    return entries;
  }

  /** Of keys, namespaces and values, without what a file has around them. */
  public long bytes() {
    return bytes;
  }

  /** How many are expired, where it was told how long they live. */
  public long expired() {
    return expired;
  }

  /** The largest keys, the largest first. */
  public List<LargestKeys.Sum> largest() {
    return largest.sums();
  }

  /** How many entries each key group has. */
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
   * How entries are spread over key groups.
   *
   * @param groups how many there are
   * @param used how many have entries
   * @param fewest how many entries the emptiest of those has
   * @param median of those
   * @param most how many entries the fullest has
   * @param fullest the first of those with most
   */
  public record Spread(int groups, int used, long fewest, long median, long most, int fullest) {}
}
