package io.drey.operators.ratelimit;

import java.io.Serializable;

/** Says on an event whether it is beyond the limit. */
@FunctionalInterface
public interface LimitMarker<T, R> extends Serializable {
  R mark(T event, boolean isLimited);
}
