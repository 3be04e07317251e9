package io.drey.state.query;

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
 * What the sources of a query have to say besides their rows. They run in this process, but Flink
 * makes them: they find these by the name of their run. A table that is read twice says it once.
 */
final class Notes {
  private static final Map<String, Notes> RUNS = new ConcurrentHashMap<>();

  /** There may be one for each entry of a damaged file. */
  private static final int MOST = 20;

  private final Set<String> damage = Collections.synchronizedSet(new LinkedHashSet<>());
  private final AtomicLong more = new AtomicLong();
  private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());

  private Notes() {}

  /** The notes of a run that begins. */
  static Notes begin(String run) {
    Notes notes = new Notes();
    RUNS.put(run, notes);
    return notes;
  }

  /** The notes of a run that goes on. */
  static Notes of(String run) {
    return Objects.requireNonNull(RUNS.get(run), run);
  }

  /** Something could not be read. */
  void damage(String message) {
    if (damage.size() < MOST || damage.contains(message)) {
      damage.add(message);
    } else {
      more.incrementAndGet();
    }
  }

  /** Something is not as its user may think. */
  void warn(String message) {
    warnings.add(message);
  }

  List<String> damage() {
    List<String> all = new ArrayList<>(damage);
    if (more.get() > 0) {
      all.add("Cannot read more: " + more + " places like these");
    }
    return all;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
