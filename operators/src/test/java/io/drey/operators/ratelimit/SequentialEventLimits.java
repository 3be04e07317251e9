// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits of events as one would write them over a list of the events that passed. */
final class SequentialEventLimits {
  private static final class Key {
    final List<Long> passed = new ArrayList<>();
    long used;

    long latest() {
      return passed.isEmpty() ? Long.MIN_VALUE : passed.get(passed.size() - 1);
    }
  }

  private final EventLimitOptions options;
  private final Map<String, Key> keys = new HashMap<>();

  SequentialEventLimits(EventLimitOptions options) {
    this.options = options;
  }

  List<String> run(List<Timed<String>> input) {
    List<String> out = new ArrayList<>();
    for (Timed<String> event : input) {
      out.add(output(event.value(), event.time()) + event.value() + " @ " + event.time());
    }
    return out;
  }

  private String output(String event, long time) {
    if (event.indexOf(':') < 0) {
      return "invalid ";
    }
    Key key = keys.computeIfAbsent(EventLines.key(event), unused -> new Key());
    long now = Math.max(time, key.latest());
    if (!passes(event, key, now)) {
      return "limited ";
    }
    key.passed.add(now);
    return "main ";
  }

  private boolean passes(String event, Key key, long now) {
    long limit = EventLines.limit(event);
    return switch (options.algorithm()) {
      case FIXED_WINDOW -> inWindow(key, now) < limit;
      case SLIDING_WINDOW -> passedSince(now - options.perMillis() + 1, key) < limit;
      case TOKEN_BUCKET -> takesToken(key, now, limit, EventLines.burst(event));
    };
  }

  private long inWindow(Key key, long now) {
    return options.per() == null
        ? key.passed.size()
        : passedSince(Math.floorDiv(now, options.perMillis()) * options.perMillis(), key);
  }

  private static long passedSince(long instant, Key key) {
    return key.passed.stream().filter(at -> at >= instant).count();
  }

  private boolean takesToken(Key key, long now, long limit, long burst) {
    long per = options.perMillis();
    long elapsed = key.passed.isEmpty() ? 0 : now - key.latest();
    long used = elapsed >= key.used ? 0 : Math.max(0, key.used - elapsed * limit);
    if (used + per > burst * per) {
      return false;
    }
    key.used = used + per;
    return true;
  }
}
