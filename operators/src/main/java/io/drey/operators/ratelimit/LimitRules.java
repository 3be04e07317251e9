// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.internal.Routing;
import io.drey.operators.rule.KeyedRule;

/** Creates the rule of each algorithm. */
final class LimitRules {
  private LimitRules() {}

  /** The rule for one limit for all events. */
  static <K, T, R> KeyedRule<K, T, R> constant(
      RateLimitOptions options, boolean countsLimited, Mark<T, R> mark, Routing<R> routing) {
    long limit = options.limit();
    long per = options.perMillis();
    return switch (options.algorithm()) {
      case FIXED_WINDOW ->
          options.per() == null
              ? total(new TotalCount(limit, countsLimited), options, mark, routing)
              : window(new FixedWindow(limit, per, countsLimited), options, mark, routing);
      case SLIDING_WINDOW -> {
        SlidingWindow window = new SlidingWindow(limit, per);
        NextState<T, PassedTimes> next = (event, before, time) -> window.after(before, time);
        yield new LimitInSpans<>(window, next, options, mark, routing);
      }
      case TOKEN_BUCKET -> {
        TokenBucket bucket = options.bucket();
        yield new LimitEvents<>(
            bucket,
            (event, before, time) -> bucket.after(before, time),
            RateLimitState.bucket(options),
            options,
            mark,
            routing);
      }
    };
  }

  private static <K, T, R> KeyedRule<K, T, R> total(
      TotalCount total, RateSpan options, Mark<T, R> mark, Routing<R> routing) {
    return new LimitEvents<>(
        total,
        (event, before, time) -> total.after(before),
        RateLimitState.count(),
        options,
        mark,
        routing);
  }

  private static <K, T, R> KeyedRule<K, T, R> window(
      FixedWindow window, RateSpan options, Mark<T, R> mark, Routing<R> routing) {
    return new LimitEvents<>(
        window,
        (event, before, time) -> window.after(before, time),
        RateLimitState.window(options),
        options,
        mark,
        routing);
  }

  /** The rule for limits of events. */
  static <K, T, R> KeyedRule<K, T, R> ofEvents(
      EventLimits<T> limits, EventLimitOptions options, Mark<T, R> mark, Routing<R> routing) {
    long per = options.perMillis();
    return switch (options.algorithm()) {
      case FIXED_WINDOW ->
          options.per() == null
              ? totalOfEvents(limits, options, mark, routing)
              : windowOfEvents(limits, options, mark, routing);
      case SLIDING_WINDOW -> {
        SlidingWindow window = SlidingWindow.ofEventLimits(per);
        yield new LimitInSpans<>(
            window,
            (event, before, time) -> window.after(before, time, limits.limitOf(event)),
            options,
            mark,
            routing);
      }
      case TOKEN_BUCKET -> {
        UsedBucket bucket = new UsedBucket(per);
        NextState<T, UsedTokens> next =
            (event, before, time) -> {
              long limit = limits.limitOf(event);
              return bucket.after(before, time, limit, limits.burstOf(event, limit));
            };
        yield new LimitEvents<>(bucket, next, RateLimitState.usedTokens(), options, mark, routing);
      }
    };
  }

  private static <K, T, R> KeyedRule<K, T, R> totalOfEvents(
      EventLimits<T> limits, RateSpan options, Mark<T, R> mark, Routing<R> routing) {
    TotalCount total = TotalCount.ofEventLimits();
    return new LimitEvents<>(
        total,
        (event, before, time) -> total.after(before, limits.limitOf(event)),
        RateLimitState.count(),
        options,
        mark,
        routing);
  }

  private static <K, T, R> KeyedRule<K, T, R> windowOfEvents(
      EventLimits<T> limits, RateSpan options, Mark<T, R> mark, Routing<R> routing) {
    FixedWindow window = FixedWindow.ofEventLimits(options.perMillis());
    return new LimitEvents<>(
        window,
        (event, before, time) -> window.after(before, time, limits.limitOf(event)),
        RateLimitState.window(options),
        options,
        mark,
        routing);
  }
}
