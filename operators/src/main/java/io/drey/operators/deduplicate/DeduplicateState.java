// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.internal.ProcessingTimeTtl;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;

/**
 * The keyed state of deduplicate. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class DeduplicateState {
  public static final TypeInformation<DuplicateRun> DUPLICATE_RUN =
      TypeInformation.of(DuplicateRun.class);

  private DeduplicateState() {}

  /** With keep first: the instant (ms) from which the key's ttl is measured. */
  @StateMeaning(state = "seen-at", value = Meaning.INSTANT)
  public static ValueStateDescriptor<Long> seenAt(DeduplicateOptions options) {
    ValueStateDescriptor<Long> seenAt = new ValueStateDescriptor<>("seen-at", Types.LONG);
    if (options.time() == TimeDomain.PROCESSING_TIME && options.ttl() != null) {
      seenAt.enableTimeToLive(ProcessingTimeTtl.of(options.ttl()));
    }
    return seenAt;
  }

  /** With keep last: the instant (ms) from which the key's open run is measured. */
  @StateMeaning(state = "run-at", value = Meaning.INSTANT)
  public static ValueStateDescriptor<Long> runAt() {
    return new ValueStateDescriptor<>("run-at", Types.LONG);
  }

  /** With keep last: the newest event of the key's open run. */
  @StateMeaning(state = "newest")
  public static <T> ValueStateDescriptor<T> newest(TypeInformation<T> type) {
    return new ValueStateDescriptor<>("newest", type);
  }

  /** With keep last: the instant (ms) of the newest event. */
  @StateMeaning(state = "newest-at", value = Meaning.INSTANT)
  public static ValueStateDescriptor<Long> newestAt() {
    return new ValueStateDescriptor<>("newest-at", Types.LONG);
  }

  /** With counts: the key's open run. */
  @StateMeaning(state = "duplicate-run")
  public static ValueStateDescriptor<DuplicateRun> duplicateRun() {
    return new ValueStateDescriptor<>("duplicate-run", DUPLICATE_RUN);
  }
}
