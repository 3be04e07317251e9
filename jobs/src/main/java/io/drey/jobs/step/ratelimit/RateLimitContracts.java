// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.ratelimit;

import io.drey.jobs.step.StateContract;
import io.drey.jobs.text.DurationText;
import io.drey.operators.ratelimit.Algorithm;
import io.drey.operators.ratelimit.RateLimitOptions;
import io.drey.operators.ratelimit.RateLimitState;
import io.drey.operators.ratelimit.RateSpan;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;

/** The state of a rate limit. */
final class RateLimitContracts {
  private RateLimitContracts() {}

  /** With one limit for all events. */
  static List<StateContract> ofConstant(String id, RateLimitOptions options) {
    return options.algorithm() == Algorithm.TOKEN_BUCKET
        ? List.of(
            StateContract.of(
                id,
                RateLimitState.bucket(options),
                RateLimitState.BUCKET,
                "freed once it is full again"))
        : counts(id, options, options.algorithm());
  }

  /** With limits of events. */
  static List<StateContract> ofEvents(String id, RateSpan options, Algorithm algorithm) {
    return algorithm == Algorithm.TOKEN_BUCKET
        ? List.of(
            StateContract.of(
                id,
                RateLimitState.usedTokens(),
                RateLimitState.USED_TOKENS,
                "freed once a limit of 1 would have filled it"))
        : counts(id, options, algorithm);
  }

  private static List<StateContract> counts(String id, RateSpan options, Algorithm algorithm) {
    Duration per = options.per();
    if (per == null) {
      return List.of(StateContract.of(id, RateLimitState.count(), Types.LONG, "never freed"));
    }
    return algorithm == Algorithm.SLIDING_WINDOW
        ? times(id, options, DurationText.of(per))
        : List.of(
            StateContract.of(
                id,
                RateLimitState.window(options),
                RateLimitState.WINDOW,
                "freed once time is past the window"));
  }

  private static List<StateContract> times(String id, RateSpan options, String per) {
    return List.of(
        StateContract.of(
            id,
            RateLimitState.passedTimes(options),
            RateLimitState.PASSED_TIMES,
            "freed once time is " + per + " past the last"),
        StateContract.of(
            id,
            RateLimitState.earlierTimes(options),
            RateLimitState.TIMES,
            "freed with passed-times, or once time is " + per + " past them"));
  }
}
