// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.sameness.Timed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rate limit as one would write it over a list: the rules of its contract and nothing of Flink.
 * Every event of a key is remembered.
 */
final class SequentialRateLimit {
  private static final class Key {
    final List<Long> passed = new ArrayList<>();
    long clock = Long.MIN_VALUE;
    long inWindow;
    long window = Long.MIN_VALUE;
    BigDecimal level = BigDecimal.ZERO;
    boolean isNew = true;
  }

  private final RateLimitOptions options;
  private final boolean numbers;
  private final Map<String, Key> keys = new HashMap<>();

  SequentialRateLimit(RateLimitOptions options, boolean numbers) {
    this.options = options;
    this.numbers = numbers;
  }

  List<String> run(List<Timed<String>> input) {
    List<String> out = new ArrayList<>();
    for (Timed<String> event : input) {
      Key key = keys.computeIfAbsent(LimitRateSamenessTest.key(event.value()), unused -> new Key());
      String output = passes(key, event.time()) ? "main " : "limited ";
      String number = numbers ? "#" + key.inWindow : "";
      out.add(output + event.value() + number + " @ " + event.time());
    }
    return out;
  }

  private boolean passes(Key key, long time) {
    long before = key.clock;
    key.clock = Math.max(key.clock, time);
    boolean passes =
        switch (options.algorithm()) {
          case FIXED_WINDOW -> countInWindow(key) <= options.limit();
          case SLIDING_WINDOW -> countInSpan(key) < options.limit();
          case TOKEN_BUCKET -> takeToken(key, before);
        };
    key.isNew = false;
    if (passes) {
      key.passed.add(key.clock);
    }
    return passes;
  }

  private long countInWindow(Key key) {
    long window = options.per() == null ? 0 : Math.floorDiv(key.clock, options.perMillis());
    key.inWindow = key.isNew || window > key.window ? 1 : key.inWindow + 1;
    key.window = window;
    return key.inWindow;
  }

  private long countInSpan(Key key) {
    return key.passed.stream().filter(at -> at > key.clock - options.perMillis()).count();
  }

  /** The level in tokens times {@code per}, which is a whole number. */
  private boolean takeToken(Key key, long before) {
    BigDecimal token = BigDecimal.valueOf(options.perMillis());
    long burst = options.burst() == null ? options.limit() : options.burst();
    BigDecimal full = token.multiply(BigDecimal.valueOf(burst));
    BigDecimal grown =
        key.isNew
            ? full
            : key.level.add(
                BigDecimal.valueOf(key.clock - before)
                    .multiply(BigDecimal.valueOf(options.limit())));
    key.level = grown.min(full);
    if (key.level.compareTo(token) < 0) {
      return false;
    }
    key.level = key.level.subtract(token);
    return true;
  }
}
