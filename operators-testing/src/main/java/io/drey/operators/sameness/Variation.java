// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
 * @param shuffle the seed of another order of arrival; 0 for the order of the input
 */
public record Variation(
    String name,
    Supplier<StateBackend> backend,
    long watermarkEvery,
    int restoreEvery,
    List<Integer> parallelisms,
    long shuffle) {
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

  /** Other orders of arrival. */
  static List<Variation> shuffled() {
    return LongStream.rangeClosed(1, 3).mapToObj(Variation::shuffled).toList();
  }

  /**
   * One of the kit by its name, which failures show.
   *
   * @throws IllegalArgumentException for another name
   */
  public static Variation named(String name) {
    List<Variation> known =
        Stream.of(List.of(PLAIN), all(), shuffled()).flatMap(List::stream).toList();
    return known.stream()
        .filter(variation -> variation.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown variation: '%s' (known: %s)"
                        .formatted(
                            name,
                            known.stream()
                                .map(variation -> "'" + variation.name() + "'")
                                .collect(joining(", ")))));
  }

  private static Variation shuffled(long seed) {
    return new Variation(
        "arrival order " + seed, HashMapStateBackend::new, EVERY_EVENT, 0, List.of(1), seed);
  }

  private static Variation onHeap(String name, long watermarkEvery, int restore, Integer... par) {
    return new Variation(name, HashMapStateBackend::new, watermarkEvery, restore, List.of(par), 0);
  }

  private static Variation onRocks(String name, long watermarkEvery, int restore, Integer... par) {
    return new Variation(
        name, EmbeddedRocksDBStateBackend::new, watermarkEvery, restore, List.of(par), 0);
  }

  /** RocksDB counts entries of key groups that a rescale has taken away, too. */
  boolean isOnHeap() {
    return backend.get() instanceof HashMapStateBackend;
  }

  <T> List<Timed<T>> arrivals(List<Timed<T>> input, long outOfOrderness) {
    return shuffle == 0 ? input : Shuffles.within(outOfOrderness, input, new Random(shuffle));
  }

  int parallelism(int restores) {
    return parallelisms.get(restores % parallelisms.size());
  }

  /** Its name and what it does, in a line. */
  @Override
  public String toString() {
    return "%s (%s, parallelism %s, %s, %s)"
        .formatted(
            name,
            backend.get().getClass().getSimpleName(),
            parallelisms.stream().map(String::valueOf).collect(joining(" then ")),
            watermarks(),
            restores());
  }

  private String restores() {
    return switch (restoreEvery) {
      case 0 -> "no restore";
      case 1 -> "a restore after every event";
      default -> "a restore after every %d events".formatted(restoreEvery);
    };
  }

  private String watermarks() {
    if (watermarkEvery == AT_THE_END) {
      return "one watermark at the end";
    }
    return watermarkEvery == EVERY_EVENT
        ? "a watermark after every event"
        : "a watermark every %d ms".formatted(watermarkEvery);
  }
}
