package io.drey.state.plan;

import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator without its entries: of a savepoint, or of a job that has not started.
 *
 * @param key the type of its keys; null if it has none
 * @param states by name
 * @param knowledge what is known of its states
 */
record OperatorShape(
    OperatorId id,
    int parallelism,
    int maxParallelism,
    @Nullable ValueType key,
    Map<String, StateShape> states,
    Knowledge knowledge) {
  /** How much the states say. */
  enum Knowledge {
    /** They are all there are, but for timers. */
    ALL,
    /** There may be more, which are registered when they are first needed. */
    SOME,
    /** They are a source's or sink's own affair. */
    NONE
  }

  @Override
  public String toString() {
    return id.toString();
  }

  /** Those that a job declares, which timers are not. */
  List<StateShape> declared() {
    return states.values().stream().filter(state -> !state.isTimers()).toList();
  }
}
