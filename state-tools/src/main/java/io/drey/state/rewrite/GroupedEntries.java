// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.keyed.CanonicalWriter;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entries of all subtasks of an operator whose key groups change: they are sorted by their new
 * key groups, on disk if they do not fit into memory.
 */
final class GroupedEntries implements AutoCloseable {
  private final RecordSorter sorter;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<StateHeader> headers = new ArrayList<>();
  private final List<KeyedState> states = new ArrayList<>();
  private final ByteWriter order = new ByteWriter();
  private final EntryParts parts = new EntryParts();
  private @Nullable FileHeader header;
  private @Nullable Records sorted;
  private boolean hasRecord;
  private long count;

  GroupedEntries(Path temporary, long budget) {
    sorter = new RecordSorter(temporary, budget);
  }

  /**
   * Returns what takes the entries of a subtask.
   *
   * @param ofSubtask its header, in which states may have other numbers than in others
   */
  EntrySink of(FileHeader ofSubtask) {
    header = header == null ? ofSubtask : header;
    int[] common = new int[ofSubtask.states().size()];
    for (int i = 0; i < common.length; i++) {
      StateHeader state = ofSubtask.states().get(i);
      Integer known = numbers.putIfAbsent(state.name(), headers.size());
      common[i] = known == null ? headers.size() : known;
      if (known == null) {
        headers.add(state);
        states.add(null);
      }
    }
    return (keyGroup, number, state, key, namespace, mapKey, value) -> {
      states.set(common[number], state);
      return add(keyGroup, common[number], key, namespace, mapKey, value);
    };
  }

  private int add(
      int keyGroup,
      int number,
      ByteReader key,
      ByteReader namespace,
      ByteReader mapKey,
      ByteReader value) {
    order.clear();
    order.writeShort(keyGroup);
    order.writeShort(number);
    order.writeLong(count++);
    int bytes = parts.write(key, namespace, mapKey, value);
    ByteWriter written = parts.written();
    sorter.add(order.buffer(), order.size(), written.buffer(), written.size());
    return bytes;
  }

  /** The header of all files; null if no subtask had keyed state. */
  @Nullable FileHeader header() {
    return header == null ? null : header.with(headers);
  }

  /** Writes the entries of the next key groups, which end before one. */
  void writeUpTo(int endGroup, CanonicalWriter out) throws IOException {
    if (sorted == null) {
      sorted = sorter.sorted();
      hasRecord = sorted.next();
    }
    ByteReader in = ByteReader.views();
    while (hasRecord) {
      in.wrap("entries", sorted.bytes(), sorted.keyTo());
      in.position(sorted.keyFrom());
      int keyGroup = in.readUnsignedShort();
      if (keyGroup >= endGroup) {
        return;
      }
      int number = in.readUnsignedShort();
      parts.read(sorted);
      KeyedState state = Objects.requireNonNull(states.get(number));
      out.add(
          keyGroup, number, state, parts.key(), parts.namespace(), parts.mapKey(), parts.value());
      hasRecord = sorted.next();
    }
  }

  @Override
  public void close() {
    sorter.close();
  }
}
