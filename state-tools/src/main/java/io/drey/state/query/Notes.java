// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.metadata.Readings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Damage and warnings that the sources of a query report. The sources run in this process but are
 * created by Flink, so they look up the notes by the name of the query's run. A table that is read
 * twice reports each message once.
 */
final class Notes {
  private static final Map<String, Notes> RUNS = new ConcurrentHashMap<>();

  /** The most messages to keep: there may be one for each entry of a damaged file. */
  private static final int MOST = 20;

  private final Set<String> damage = Collections.synchronizedSet(new LinkedHashSet<>());
  private final AtomicLong more = new AtomicLong();
  private final Readings readings = new Readings();
  private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());

  private Notes() {}

  /** Creates the notes of a new run. */
  static Notes begin(String run) {
    Notes notes = new Notes();
    RUNS.put(run, notes);
    return notes;
  }

  /** Returns the notes of a running query. */
  static Notes of(String run) {
    return Objects.requireNonNull(RUNS.get(run), run);
  }

  /** Adds an error message about what could not be read. */
  void damage(String message) {
    if (damage.size() < MOST || damage.contains(message)) {
      damage.add(message);
    } else {
      more.incrementAndGet();
    }
  }

  /** Adds a warning about what may be unexpected. */
  void warn(String message) {
    warnings.add(message);
  }

  /** How much the sources have read. */
  Readings readings() {
    return readings;
  }

  List<String> damage() {
    List<String> all = new ArrayList<>(damage);
    if (more.get() > 0) {
      all.add("Cannot read " + more + " more places like these");
    }
    return all;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
