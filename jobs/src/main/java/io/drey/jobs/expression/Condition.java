package io.drey.jobs.expression;

import io.drey.operators.event.Event;

/** A plain comparison, or several joined, that needs no interpreter. */
interface Condition {
  boolean test(Event event);
}
