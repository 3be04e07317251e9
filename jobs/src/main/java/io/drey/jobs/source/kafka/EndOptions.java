// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import io.drey.jobs.option.Option;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the partitions are read to. */
public record EndOptions(
    @Option("none, latest or committed; alone, the word is enough") @Nullable EndPoint at,
    @Option("the timestamp that the last records are before") @Nullable Timestamp timestamp,
    @Option("the offset of each partition, by topic and partition, that is not read any more")
        @Nullable Map<String, Map<String, Long>> offsets)
    implements Serializable {
  public EndOptions {
    StartOptions.checkOne("end", at, timestamp, offsets);
    if (offsets != null) {
      PartitionOffsets.check(offsets);
    }
  }

  /** Parses the scalar form. */
  public static EndOptions parse(String word) {
    for (EndPoint point : EndPoint.values()) {
      if (point.name().toLowerCase(Locale.ROOT).equals(word)) {
        return new EndOptions(point, null, null);
      }
    }
    throw new IllegalArgumentException(
        "Invalid end: must be none, latest, committed, or a mapping with timestamp or offsets but"
            + " was '"
            + word
            + "'");
  }

  boolean isNone() {
    return at == EndPoint.NONE;
  }

  boolean isCommitted() {
    return at == EndPoint.COMMITTED;
  }
}
