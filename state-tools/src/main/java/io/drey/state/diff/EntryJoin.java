// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.sort.Records;
import java.util.Arrays;
import java.util.List;

/** Merges the sorted entries of both sides and reports those that differ. */
final class EntryJoin {
  private final List<StatePair> pairs;
  private final EntryRows rows;
  private final StateEnd end;
  private int number;

  /** Receives a state after all its entries have been reported. */
  interface StateEnd {
    void reached(StatePair pair);
  }

  EntryJoin(List<StatePair> pairs, EntryRows rows, StateEnd end) {
    this.pairs = pairs;
    this.rows = rows;
    this.end = end;
  }

  void join(Records from, Records to) {
    boolean hasFrom = from.next();
    boolean hasTo = to.next();
    while ((hasFrom || hasTo) && !rows.isClosed()) {
      int order = hasFrom && hasTo ? Records.compareKeys(from, to) : hasFrom ? -1 : 1;
      StatePair pair = reach(order <= 0 ? from : to);
      if (order < 0) {
        pair.countOn(Side.FROM);
        rows.write(ChangeType.REMOVED, pair, from);
      } else if (order > 0) {
        pair.countOn(Side.TO);
        rows.write(ChangeType.ADDED, pair, to);
      } else {
        compare(pair, from, to);
      }
      hasFrom = order <= 0 ? from.next() : hasFrom;
      hasTo = order >= 0 ? to.next() : hasTo;
    }
    reach(pairs.size());
  }

  private void compare(StatePair pair, Records from, Records to) {
    boolean isEqual = isSameValue(from, to);
    pair.countOnBoth(isEqual);
    if (!isEqual) {
      rows.write(pair, from, to);
    }
  }

  /** Compares the canonical forms only: what rows show of a value may follow them. */
  private static boolean isSameValue(Records from, Records to) {
    int fromEnd = from.valueFrom() + 1 + from.bytes()[from.valueFrom()];
    int toEnd = to.valueFrom() + 1 + to.bytes()[to.valueFrom()];
    return Arrays.equals(
        from.bytes(), from.valueFrom(), fromEnd, to.bytes(), to.valueFrom(), toEnd);
  }

  private StatePair reach(Records entry) {
    byte[] bytes = entry.bytes();
    int at = entry.keyFrom();
    int reached = (bytes[at] & 0xFF) << Byte.SIZE | (bytes[at + 1] & 0xFF);
    reach(reached);
    return pairs.get(reached);
  }

  private void reach(int reached) {
    while (number < reached) {
      end.reached(pairs.get(number++));
    }
  }
}
