// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.math.BigDecimal;
import java.time.Instant;

/** A record. */
public record Visit(String page, Instant at, double score, BigDecimal price) {
  static Visit of(long i) {
    return new Visit(
        "/" + i,
        Instant.ofEpochSecond(1_700_000_000L + i, 5_000_000),
        i / 2.0,
        new BigDecimal(i + ".50"));
  }
}
