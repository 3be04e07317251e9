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
  private final ByteReader in = ByteReader.views();

  /**
   * @param states those of the header, in its order
   */
  KeyedRows(Path temporary, List<KeyedState> states, KeyHash hash, int maxParallelism) {
    this.states = states;
    this.hash = hash;
    this.maxParallelism = maxParallelism;
    this.sorter = new RecordSorter(temporary, Runtime.getRuntime().maxMemory() / SHARE);
    this.entries = new long[states.size()];
    this.bytes = new long[states.size()];
  }

  /**
   * Adds an entry.
   *
   * @param number the number of its state
   */
  void add(int number, EncodedEntry entry, long line) {
    in.wrap("key", entry.key.buffer(), entry.key.size());
    order.clear();
    order.writeShort(hash.keyGroup(in, maxParallelism));
    order.writeShort(number);
    order.writeInt(entry.key.size());
    order.writeInt(entry.namespace.size());
    write(entry.key);
    write(entry.namespace);
    write(entry.mapKey);
    order.writeLong(line);
    sorter.add(order.buffer(), order.size(), entry.value.buffer(), entry.value.size());
    entries[number]++;
  }

  private void write(ByteWriter part) {
    order.writeBytes(part.buffer(), 0, part.size());
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
