// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The members of lists, each list in its order; they are sorted on disk if need be. */
final class OrderedMembers implements AutoCloseable {
  /** Takes the members of one list after the other, each from the oldest to the newest member. */
  interface Visitor {
    /**
     * Takes a member.
     *
     * @param older the one before it; null if it is the first
     * @param newer the one after it; null if it is the last
     */
    void member(@Nullable Place older, Place member, @Nullable Place newer) throws IOException;

    /** Ends a list of so many members. */
    void end(Place oldest, Place newest, int count) throws IOException;
  }

  private final RecordSorter sorter;
  private final ByteWriter order = new ByteWriter();
  private long count;

  OrderedMembers(Path directory, long budget) {
    sorter = new RecordSorter(directory, budget);
  }

  /**
   * Adds a member.
   *
   * @param position in its list, not negative; of equal ones the first that was added comes first
   */
  void add(Place place, long position) {
    order.clear();
    place.writeListTo(order);
    order.writeLong(position);
    order.writeLong(count++);
    sorter.add(order.buffer(), order.size(), place.buffer(), place.size());
  }

  /** Passes all members on. */
  void visit(Visitor visitor) throws IOException {
    Records sorted = sorter.sorted();
    Place first = new Place();
    Place[] around = {new Place(), new Place(), new Place()};
    int inList = 0;
    while (sorted.next()) {
      Place next = around[2].ofValue(sorted);
      boolean isSameList = inList > 0 && next.isInListOf(around[1]);
      if (inList > 0) {
        visitor.member(inList > 1 ? around[0] : null, around[1], isSameList ? next : null);
      }
      if (!isSameList) {
        if (inList > 0) {
          visitor.end(first, around[1], inList);
        }
        first.ofValue(sorted);
        inList = 0;
      }
      inList++;
      around[2] = around[0];
      around[0] = around[1];
      around[1] = next;
    }
    if (inList > 0) {
      visitor.member(inList > 1 ? around[0] : null, around[1], null);
      visitor.end(first, around[1], inList);
    }
  }

  @Override
  public void close() {
    sorter.close();
  }
}
