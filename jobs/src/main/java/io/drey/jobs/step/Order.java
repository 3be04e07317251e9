package io.drey.jobs.step;

/** In what order a keyed step sees the events of a key. */
public enum Order {
  ARRIVAL,
  EVENT_TIME
}
