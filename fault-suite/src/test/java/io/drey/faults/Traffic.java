// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * The input: requests of users and the answers to them, some of which are late, missing, or there
 * twice. It is the same however often it is iterated over. Records come in disorder, by less than
 * {@link #DISORDER} milliseconds.
 *
 * @param size the number of records
 */
record Traffic(int size) implements Iterable<Call> {
  static final int DISORDER = 50;
  static final int PARTITIONS = 4;
  private static final int USERS = 200;

  static int partition(Call call) {
    return call.user() % PARTITIONS;
  }

  /** The number of records of each partition. */
  long[] partitionSizes() {
    long[] sizes = new long[PARTITIONS];
    forEach(call -> sizes[partition(call)]++);
    return sizes;
  }

  @Override
  public Iterator<Call> iterator() {
    return new Calls();
  }

  private final class Calls implements Iterator<Call> {
    private final Random random = new Random(17);
    private final PriorityQueue<Call> due = new PriorityQueue<>(Comparator.comparing(Call::at));
    private final List<Call> block = new ArrayList<>();
    private int made;
    private int taken;

    @Override
    public boolean hasNext() {
      return taken < size;
    }

    @Override
    public Call next() {
      int place = taken % DISORDER;
      if (place == 0) {
        makeBlock();
      }
      taken++;
      return block.get(place);
    }

    private void makeBlock() {
      block.clear();
      while (block.size() < DISORDER && made < size) {
        block.add(make(made++));
      }
      Collections.shuffle(block, random);
    }

    /** What is due, or else a new request. */
    private Call make(long at) {
      Call first = due.peek();
      if (first != null && first.at() <= at) {
        due.remove();
        return new Call(first.user(), first.request(), first.kind(), at);
      }
      Call ask = new Call(random.nextInt(USERS), "r" + at, Call.ASK, at);
      boolean asks = random.nextInt(50) > 0;
      Call answer = answer(ask);
      if (answer != null && asks) {
        due.add(answer);
        repeat(answer, 10);
      }
      if (!asks) {
        return new Call(ask.user(), ask.request(), Call.ANSWER, at);
      }
      repeat(ask, 4);
      return ask;
    }

    private Call answer(Call ask) {
      int fate = random.nextInt(30);
      if (fate == 0) {
        return null;
      }
      long delay =
          fate == 1
              ? PipelineFile.TIMEOUT.toMillis() + 100 + random.nextInt(500)
              : 5 + random.nextInt(400);
      return new Call(ask.user(), ask.request(), Call.ANSWER, ask.at() + delay);
    }

    /** Sends one of some again, up to twice. */
    private void repeat(Call call, int oneOf) {
      for (int i = 0; i < 2 && random.nextInt(oneOf) == 0; i++) {
        long at = call.at() + 1 + random.nextInt(800);
        due.add(new Call(call.user(), call.request(), call.kind(), at));
      }
    }
  }
}
