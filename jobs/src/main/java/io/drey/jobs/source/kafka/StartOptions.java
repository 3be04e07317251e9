// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.option.Option;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the partitions are read from. */
public record StartOptions(
    @Option("earliest, latest or committed; alone, the word is enough") @Nullable StartPoint at,
    @Option(
            "committed: where a partition starts for which the group has committed nothing; the"
                + " earliest record if left out")
        @Nullable OffsetReset reset,
    @Option("the timestamp of the first records, or the first later one")
        @Nullable Timestamp timestamp,
    @Option("the first offset of each partition, by topic and partition")
        @Nullable Map<String, Map<String, Long>> offsets)
    implements Serializable {
  public StartOptions {
    if (reset != null && at != StartPoint.COMMITTED) {
      throw new IllegalArgumentException(
          "Invalid reset: must be combined with at: committed but was "
              + reset.name().toLowerCase(Locale.ROOT));
    }
    checkOne("start", at, timestamp, offsets);
    if (offsets != null) {
      PartitionOffsets.check(offsets);
    }
  }

  /** Parses the scalar form. */
  public static StartOptions parse(String word) {
    for (StartPoint point : StartPoint.values()) {
      if (point.name().toLowerCase(Locale.ROOT).equals(word)) {
        return new StartOptions(point, null, null, null);
      }
    }
    throw new IllegalArgumentException(
        "Invalid start: must be earliest, latest, committed, or a mapping with timestamp or offsets"
            + " but was '"
            + word
            + "'");
  }

  /** Checks that exactly one way is given to say where. */
  static void checkOne(String name, @Nullable Object... ways) {
    if (Arrays.stream(ways).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException(
          "Invalid " + name + ": must have exactly one of at, timestamp and offsets");
    }
  }

  boolean isCommitted() {
    return at == StartPoint.COMMITTED;
  }
}
