// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Spans;
import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import org.apache.flink.streaming.api.TimeDomain;
import org.jspecify.annotations.Nullable;

/** The time span that a limit applies to, and in which time. */
public interface RateSpan {
  /** The length of the span, in whole milliseconds; null for all time. */
  @Nullable Duration per();

  /** The time domain and the maximum number of keys. */
  KeyedSettings settings();

  /** The time domain. */
  default TimeDomain time() {
    return settings().time();
  }

  /** The span in ms; {@link Long#MAX_VALUE} if there is none or it is longer. */
  default long perMillis() {
    return Spans.millis(per());
  }
}
