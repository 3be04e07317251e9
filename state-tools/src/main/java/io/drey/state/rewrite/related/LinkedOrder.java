// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The order of members that links give, of which some are kept, perhaps at other places. Links are
 * resolved by sorting; in memory there are about four bytes for each of them.
 */
final class LinkedOrder implements AutoCloseable {
  private static final int MEMBER = 0;
  private static final int NEWER = 1;
  private static final int KEPT = 2;
  private static final int NONE = -1;

  /** More than any list has members. */
  private static final long MOST = 1L << Integer.SIZE;

  private final RecordSorter sorter;
  private final RecordSorter keptById;
  private final ByteWriter key = new ByteWriter();
  private final ByteWriter value = new ByteWriter();
  private final BitSet newest = new BitSet();
  private final BitSet kept = new BitSet();
  private int count;

  LinkedOrder(Path directory, long budget) {
    sorter = new RecordSorter(directory, budget / 2);
    keptById = new RecordSorter(directory, budget / 2);
  }

  /**
   * Adds a member.
   *
   * @param newer the one that was used after it; null for the last of its list
   */
  void link(Place member, @Nullable Place newer) {
    int id = Math.toIntExact(count);
    count = Math.addExact(id, 1);
    if (newer == null) {
      newest.set(id);
    } else {
      add(newer, NEWER, id);
    }
    add(member, MEMBER, id);
  }

  private void add(Place place, int kind, int id) {
    value.clear();
    value.writeInt(id);
    add(place, kind, value.buffer(), value.size());
  }

  /** Keeps a member, at a place that may be another one. */
  void keep(Place member, Place now) {
    add(member, KEPT, now.buffer(), now.size());
  }

  private void add(Place place, int kind, byte[] bytes, int size) {
    key.clear();
    place.writeTo(key);
    key.writeByte(kind);
    sorter.add(key.buffer(), key.size(), bytes, size);
  }

  /**
   * Passes on the members that are kept. In a list that gets members of several lists, those that
   * were used as many members ago come together.
   *
   * @return whether the links made lists; if not, nothing was passed on
   */
  boolean passOn(OrderedMembers ordered) {
    int[] older = new int[count];
    Arrays.fill(older, NONE);
    if (!resolve(older) || !rank(older)) {
      return false;
    }
    Records sorted = keptById.sorted();
    Place now = new Place();
    ByteReader in = ByteReader.views();
    while (sorted.next()) {
      in.wrap("links", sorted.bytes(), sorted.keyTo());
      in.position(sorted.keyFrom());
      ordered.add(now.ofValue(sorted), MOST - older[in.readInt()]);
    }
    return true;
  }

  /** Finds the member before each one. */
  private boolean resolve(int[] older) {
    Records sorted = sorter.sorted();
    ByteReader in = ByteReader.views();
    ByteWriter last = new ByteWriter();
    int id = NONE;
    while (sorted.next()) {
      int to = sorted.keyTo() - 1;
      int from = sorted.keyFrom();
      if (!Arrays.equals(last.buffer(), 0, last.size(), sorted.bytes(), from, to)) {
        last.clear();
        last.writeBytes(sorted.bytes(), from, to - from);
        id = NONE;
      }
      in.wrap("links", sorted.bytes(), sorted.valueTo());
      in.position(sorted.valueFrom());
      switch (sorted.bytes()[to]) {
        case MEMBER -> {
          if (id != NONE) {
            return false;
          }
          id = in.readInt();
        }
        case NEWER -> {
          if (id == NONE || older[id] != NONE) {
            return false;
          }
          older[id] = in.readInt();
        }
        default -> {
          if (id != NONE) {
            keep(id, sorted);
          }
        }
      }
    }
    return true;
  }

  private void keep(int id, Records record) {
    kept.set(id);
    key.clear();
    key.writeInt(id);
    value.clear();
    value.writeBytes(record.bytes(), record.valueFrom(), record.valueTo() - record.valueFrom());
    keptById.add(key.buffer(), key.size(), value.buffer(), value.size());
  }

  /** Replaces the member before each one by the number of kept ones after it. */
  private boolean rank(int[] older) {
    int visited = 0;
    for (int last = newest.nextSetBit(0); last >= 0; last = newest.nextSetBit(last + 1)) {
      int after = 0;
      for (int id = last; id != NONE; ) {
        int next = older[id];
        older[id] = after;
        after += kept.get(id) ? 1 : 0;
        visited++;
        id = next;
      }
    }
    return visited == count;
  }

  @Override
  public void close() {
    sorter.close();
    keptById.close();
  }
}
