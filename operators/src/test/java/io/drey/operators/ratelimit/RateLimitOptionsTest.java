// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.rule.KeyedSettings;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RateLimitOptionsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static Stream<Arguments> mistakes() {
    Duration years = Duration.ofDays(36_500);
    return Stream.of(
        mistake(() -> RateLimitOptions.forever(0), "Invalid limit: must be at least 1 but was 0"),
        mistake(
            () -> RateLimitOptions.fixedWindow(1, Duration.ofNanos(999_999)),
            "Invalid per: must be at least 1 ms but was PT0.000999999S"),
        mistake(
            () -> options(Algorithm.SLIDING_WINDOW, null, null),
            "Invalid algorithm: requires a per but was sliding-window"),
        mistake(
            () -> options(Algorithm.TOKEN_BUCKET, null, 5L),
            "Invalid algorithm: requires a per but was token-bucket"),
        mistake(
            () -> options(Algorithm.FIXED_WINDOW, MINUTE, 5L),
            "Invalid burst: must be left out with algorithm fixed-window but was 5"),
        mistake(
            () -> options(Algorithm.SLIDING_WINDOW, MINUTE, 5L),
            "Invalid burst: must be left out with algorithm sliding-window but was 5"),
        mistake(
            () -> RateLimitOptions.tokenBucket(1, MINUTE, 0),
            "Invalid burst: must be at least 1 but was 0"),
        mistake(
            () -> RateLimitOptions.tokenBucket(7, years, 2_924_713),
            "Invalid burst: must be at most 2924712 with limit 7 per PT876000H but was 2924713"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void rejects(ThrowingCallable options, String message) {
    assertThatThrownBy(options).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void takesTheLargestBucketThatCanBeCounted() {
    Duration years = Duration.ofDays(36_500);

    assertThat(RateLimitOptions.tokenBucket(7, years, 2_924_712).bucket())
        .isEqualTo(new TokenBucket(2_924_712, years.toMillis(), 7));
  }

  @Test
  void fillsABucketToItsLimitByDefault() {
    assertThat(options(Algorithm.TOKEN_BUCKET, MINUTE, null).bucket())
        .isEqualTo(new TokenBucket(3, 20_000, 1));
  }

  @Test
  void countsInFixedWindowsInEventTimeByDefault() {
    assertThat(RateLimitOptions.fixedWindow(3, MINUTE))
        .isEqualTo(
            new RateLimitOptions(
                3, MINUTE, Algorithm.FIXED_WINDOW, null, KeyedSettings.EVENT_TIME));
  }

  @Test
  void takesASpanBeyondTheRangeOfMilliseconds() {
    assertThat(RateLimitOptions.fixedWindow(1, Duration.ofSeconds(Long.MAX_VALUE)).perMillis())
        .isEqualTo(Long.MAX_VALUE);
  }

  private static RateLimitOptions options(
      Algorithm algorithm, @Nullable Duration per, @Nullable Long burst) {
    return new RateLimitOptions(3, per, algorithm, burst, KeyedSettings.EVENT_TIME);
  }

  private static Arguments mistake(ThrowingCallable options, String message) {
    return Arguments.of(options, message);
  }
}
