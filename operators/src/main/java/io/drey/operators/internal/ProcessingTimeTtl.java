// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** Flink's state TTL, which frees unused state in processing time. */
public final class ProcessingTimeTtl {
  /** How many entries of heap state an access checks for expiry. */
  private static final int CLEANUP_BATCH = 10;

  /** After how many entries RocksDB's compaction queries the time again. */
  private static final int COMPACTION_BATCH = 1000;

  private ProcessingTimeTtl() {}

  /** Entries expire this long after they were last written. */
  public static StateTtlConfig of(Duration ttl) {
    return StateTtlConfig.newBuilder(ttl)
        .cleanupIncrementally(CLEANUP_BATCH, false)
        .cleanupInRocksdbCompactFilter(COMPACTION_BATCH)
        .build();
  }
}
