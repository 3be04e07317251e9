// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import java.util.List;
import java.util.PriorityQueue;

/** The records of several sorted runs, in order. */
final class MergedRecords implements Records {
  private final PriorityQueue<Records> runs;
  private Records current;

  MergedRecords(List<Records> all) {
    runs = new PriorityQueue<>(Math.max(1, all.size()), Records::compareKeys);
    for (Records run : all) {
      addNext(run);
    }
    current = Records.NONE;
  }

  private void addNext(Records run) {
    if (run.next()) {
      runs.add(run);
    }
  }

  @Override
  public boolean next() {
    if (current.next()) {
      Records other = runs.peek();
      if (other == null || Records.compareKeys(current, other) <= 0) {
        return true;
      }
      runs.add(current);
    }
    Records smallest = runs.poll();
    current = smallest == null ? Records.NONE : smallest;
    return smallest != null;
  }

  @Override
  public byte[] bytes() {
    return current.bytes();
  }

  @Override
  public int keyFrom() {
    return current.keyFrom();
  }

  @Override
  public int keyTo() {
    return current.keyTo();
  }

  @Override
  public int valueFrom() {
    return current.valueFrom();
  }

  @Override
  public int valueTo() {
    return current.valueTo();
  }
}
