// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.deduplicate;

import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deduplicate as one would write it over a list: the rules of its contract and nothing of Flink.
 */
final class SequentialDeduplicate {
  private static final class Run {
    long t0;
    @Nullable Timed<String> newest;
  }

  private final DeduplicateOptions options;
  private final Map<String, Run> runs = new HashMap<>();
  private final List<String> out = new ArrayList<>();

  SequentialDeduplicate(DeduplicateOptions options) {
    this.options = options;
  }

  List<String> run(List<Timed<String>> input) {
    for (Timed<String> event : input) {
      process(event);
    }
    for (Run run : runs.values()) {
      end(run);
    }
    return out;
  }

  private void process(Timed<String> event) {
    String key = DeduplicateSamenessTest.key(event.value());
    Run run = runs.get(key);
    if (run == null) {
      runs.put(key, start(event));
    } else if (Math.abs(event.time() - run.t0) < options.ttlMillis()) {
      duplicate(event, run);
    } else if (event.time() < run.t0) {
      emit("main", event.value(), event.time());
    } else {
      end(run);
      runs.put(key, start(event));
    }
  }

  private Run start(Timed<String> event) {
    Run run = new Run();
    run.t0 = event.time();
    if (options.keep() == Keep.FIRST) {
      emit("main", event.value(), event.time());
    } else {
      run.newest = event;
    }
    return run;
  }

  private void duplicate(Timed<String> event, Run run) {
    if (options.refresh()) {
      run.t0 = Math.max(run.t0, event.time());
    }
    Timed<String> loser = event;
    if (run.newest != null && event.time() >= run.newest.time()) {
      loser = run.newest;
      run.newest = event;
    }
    emit("duplicates", loser.value(), event.time());
  }

  private void end(Run run) {
    if (run.newest != null) {
      emit("main", run.newest.value(), run.t0 + options.ttlMillis());
    }
  }

  private void emit(String output, String value, long time) {
    out.add(output + " " + value + " @ " + time);
  }
}
