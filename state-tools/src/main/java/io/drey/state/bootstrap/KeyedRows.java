// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.registry.KeyHash;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keyed entries of an operator, which are sorted by their key groups and states, on disk if
 * they do not fit into memory. Entries with the same keys follow one another.
 */
final class KeyedRows implements AutoCloseable {
  /** The share of the heap that entries may take before they are sorted on disk. */
  private static final int SHARE = 8;

  private final List<KeyedState> states;
  private final KeyHash hash;
  private final int maxParallelism;
  private final RecordSorter sorter;
  private final long[] entries;
  private final long[] bytes;
  private final ByteWriter order = new ByteWriter();
  private final ByteWriter written = new ByteWriter();

  /**
   * @param states those of the header, in its order
   */
  KeyedRows(Path temporary, List<KeyedState> states, KeyHash hash, int maxParallelism) {
    this.states = states;
    this.hash = hash;
    this.maxParallelism = maxParallelism;
    this.sorter = new RecordSorter(temporary, budget());
    this.entries = new long[states.size()];
    this.bytes = new long[states.size()];
  }

  /** How many bytes of memory entries may take before they are sorted on disk. */
  static long budget() {
    return Runtime.getRuntime().maxMemory() / SHARE;
  }

  /** The key group of a key. */
  int groupOf(ByteReader key) {
    int from = key.position();
    int group = hash.keyGroup(key, maxParallelism);
    key.position(from);
    return group;
  }

  /**
   * Adds an entry.
   *
   * @param number the number of its state
   * @param mapKey of timers the instant
   */
  void add(
      int keyGroup,
      int number,
      ByteReader key,
      ByteReader namespace,
      ByteReader mapKey,
      ByteReader value,
      long line) {
    order.clear();
    order.writeShort(keyGroup);
    order.writeShort(number);
    order.writeInt((int) key.remaining());
    order.writeInt((int) namespace.remaining());
    order.writeBytes(key);
    order.writeBytes(namespace);
    order.writeBytes(mapKey);
    order.writeLong(line);
    written.clear();
    written.writeBytes(value);
    sorter.add(order.buffer(), order.size(), written.buffer(), written.size());
    entries[number]++;
  }

  boolean isEmpty() {
    return Arrays.stream(entries).sum() == 0;
  }

  long entries(int number) {
    return entries[number];
  }

  long bytes(int number) {
    return bytes[number];
  }

  /** The header of the states that have entries. */
  FileHeader header(FileHeader all) {
    List<StateHeader> used = new ArrayList<>();
    for (int i = 0; i < entries.length; i++) {
      if (entries[i] > 0) {
        used.add(all.states().get(i));
      }
    }
    return all.with(used);
  }

  /** Writes all entries, unless there are problems: keys that are there twice. */
  void writeTo(CanonicalWriter out, RowProblems problems) throws IOException {
    int[] numbers = numbers();
    Records sorted = sorter.sorted();
    ByteWriter last = new ByteWriter();
    long lastLine = 0;
    SortedEntry entry = new SortedEntry();
    while (sorted.next()) {
      entry.read(sorted);
      if (entry.hasKeysOf(last)) {
        problems.add(entry.line(), duplicate(entry, lastLine));
      } else {
        int number = entry.number();
        KeyedState state = states.get(number);
        boolean isTimer = state.kind() == KeyedStateType.TIMERS;
        bytes[number] +=
            out.add(
                entry.keyGroup(),
                numbers[number],
                state,
                entry.key(),
                entry.namespace(),
                isTimer ? entry.value() : entry.mapKey(),
                isTimer ? entry.mapKey() : entry.value());
      }
      entry.keepKeys(last);
      lastLine = entry.line();
    }
  }

  private int[] numbers() {
    int[] numbers = new int[entries.length];
    int used = 0;
    for (int i = 0; i < entries.length; i++) {
      numbers[i] = used;
      used += entries[i] > 0 ? 1 : 0;
    }
    return numbers;
  }

  private String duplicate(SortedEntry entry, long line) {
    KeyedState state = states.get(entry.number());
    JsonWriter key = new JsonWriter();
    state.key().write(entry.key(), key);
    return "Duplicate key "
        + key
        + " of state '"
        + state.name()
        + "': it is in line "
        + line
        + ", too; each key"
        + (state.mapKey() == null ? "" : " and map_key")
        + " may have one row";
  }

  @Override
  public void close() {
    sorter.close();
  }
}
