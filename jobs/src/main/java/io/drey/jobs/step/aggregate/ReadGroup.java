package io.drey.jobs.step.aggregate;

import io.drey.jobs.step.ReadKey;
import io.drey.operators.event.Event;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.rule.InvalidEventException;
import org.apache.flink.api.java.functions.KeySelector;

/** Reads the group of an event; an event without one is invalid. */
record ReadGroup(KeyPaths by) implements KeySelector<Event, String> {
  @Override
  public String getKey(Event event) {
    String group = by.read(event);
    if (group == null) {
      throw new InvalidEventException(ReadKey.missing(by, event));
    }
    return group;
  }
}
