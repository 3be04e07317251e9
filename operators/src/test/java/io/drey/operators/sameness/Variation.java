// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/**
 * One way to run an operator.
 *
 * @param backend makes the state backend
 * @param watermarkEvery ms of event time between watermarks; 0 for one an event, {@link
 *     Long#MAX_VALUE} for none before the end
 * @param restoreEvery how many events lie between a snapshot with restore and the next; 0 for none
 * @param parallelisms the parallelism at the start and after each restore, in turn
 */
public record Variation(
    String name,
    Supplier<StateBackend> backend,
    long watermarkEvery,
    int restoreEvery,
    List<Integer> parallelisms) {
  private static final long EVERY_EVENT = 0;
  private static final long EVERY_200_MS = 200;
  private static final long AT_THE_END = Long.MAX_VALUE;

  /** The plainest way, which the others are compared with. */
  static final Variation PLAIN = onHeap("plain", AT_THE_END, 0, 1);

  static final Variation EAGER = onHeap("watermark at every event", EVERY_EVENT, 0, 1);

  private static final Variation PARALLEL = onHeap("parallelism 4", AT_THE_END, 0, 4);

  /** 1 at full size: restores take most of the time of these tests. */
  private static final int RESTORES = Integer.getInteger("drey.restore.every", 1);

  private static final Variation RESTORED = onHeap("restore", EVERY_EVENT, RESTORES, 1);

  private static final Variation RESCALED = onHeap("rescale 1, 4, 2", EVERY_200_MS, 3, 1, 4, 2);

  /** The ways of quality.md that a harness can go. */
  static List<Variation> all() {
    return List.of(
        EAGER,
        onHeap("watermark every 200 ms", EVERY_200_MS, 0, 1),
        onHeap("parallelism 2", EVERY_EVENT, 0, 2),
        PARALLEL,
        RESTORED,
        onHeap("restore, watermark at the end", AT_THE_END, RESTORES, 1),
        RESCALED,
        onRocks("rocksdb", EVERY_EVENT, 0, 1),
        onRocks("rocksdb, restore, rescale 1, 2", EVERY_200_MS, 25, 1, 2));
  }

  /** Those for late events: backends have no part in what becomes of them. */
  public static List<Variation> ofLateEvents() {
    return List.of(EAGER, PARALLEL, RESTORED, RESCALED);
  }

  private static Variation onHeap(String name, long watermarkEvery, int restore, Integer... par) {
    return new Variation(name, HashMapStateBackend::new, watermarkEvery, restore, List.of(par));
  }

  private static Variation onRocks(String name, long watermarkEvery, int restore, Integer... par) {
    return new Variation(
        name, EmbeddedRocksDBStateBackend::new, watermarkEvery, restore, List.of(par));
  }

  /** RocksDB counts entries of key groups that a rescale has taken away, too. */
  boolean isOnHeap() {
    return backend.get() instanceof HashMapStateBackend;
  }

  int parallelism(int restores) {
    return parallelisms.get(restores % parallelisms.size());
  }

  @Override
  public String toString() {
    return name;
  }
}
