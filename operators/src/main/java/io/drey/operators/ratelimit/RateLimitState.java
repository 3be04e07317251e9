// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.ProcessingTimeTtl;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.StateMeaning;
import java.time.Duration;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;

/**
 * The keyed state of rate-limit. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class RateLimitState {
  /** The type of {@link #window}. */
  public static final TypeInformation<WindowCount> WINDOW = Types.POJO(WindowCount.class);

  /** The type of {@link #passedTimes}. */
  public static final TypeInformation<PassedTimes> PASSED_TIMES = Types.POJO(PassedTimes.class);

  /** The type of the values of {@link #earlierTimes}. */
  public static final TypeInformation<long[]> TIMES =
      PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO;

  /** The type of {@link #bucket}. */
  public static final TypeInformation<Bucket> BUCKET = Types.POJO(Bucket.class);

  /** The type of {@link #usedTokens}. */
  public static final TypeInformation<UsedTokens> USED_TOKENS = Types.POJO(UsedTokens.class);

  private RateLimitState() {}

  /** Without a time span: how many events of the key have arrived, or have passed. */
  @StateMeaning(state = "count")
  public static ValueStateDescriptor<Long> count() {
    return new ValueStateDescriptor<>("count", Types.LONG);
  }

  /** With fixed windows: the key's latest window. */
  @StateMeaning(state = "window")
  public static ValueStateDescriptor<WindowCount> window(RateSpan options) {
    return expiring(new ValueStateDescriptor<>("window", WINDOW), options, options.perMillis());
  }

  /** With a sliding window: the timestamps of the key's latest events that passed. */
  @StateMeaning(state = "passed-times")
  public static ValueStateDescriptor<PassedTimes> passedTimes(RateSpan options) {
    return expiring(
        new ValueStateDescriptor<>("passed-times", PASSED_TIMES), options, options.perMillis());
  }

  /** With a sliding window and a limit above 64: blocks of earlier timestamps, by number. */
  @StateMeaning(state = "earlier-times", value = Meaning.INSTANT)
  public static MapStateDescriptor<Long, long[]> earlierTimes(RateSpan options) {
    return expiring(
        new MapStateDescriptor<>("earlier-times", Types.LONG, TIMES), options, options.perMillis());
  }

  /** With a token bucket: the level of the key's bucket. */
  @StateMeaning(state = "bucket")
  public static ValueStateDescriptor<Bucket> bucket(RateLimitOptions options) {
    long toFill = options.bucket().millisToFill();
    return expiring(new ValueStateDescriptor<>("bucket", BUCKET), options, toFill);
  }

  /**
   * With a token bucket and limits of events: the tokens used. A timer frees it also in processing
   * time, since only the state itself says how long it is needed.
   */
  @StateMeaning(state = "used-tokens")
  public static ValueStateDescriptor<UsedTokens> usedTokens() {
    return new ValueStateDescriptor<>("used-tokens", USED_TOKENS);
  }

  private static <D extends StateDescriptor<?, ?>> D expiring(
      D state, RateSpan options, long millis) {
    if (options.time() == TimeDomain.PROCESSING_TIME) {
      state.enableTimeToLive(ProcessingTimeTtl.of(Duration.ofMillis(millis)));
    }
    return state;
  }
}
