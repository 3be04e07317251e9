package io.drey.jobs.step;

import io.drey.operators.event.KeyPaths;

/** A step that remembers something per key. */
public interface KeyedStep extends Step {
  KeyPaths key();

  Order order();

  /** Whether its state is bounded; if not, {@code validate} warns. */
  boolean isBounded();

  /** Whether a rule of it measures durations, so that events need a time. */
  boolean needsTime();

  /** Whether its result depends on the order of a key's events. */
  boolean isOrderSensitive();
}
