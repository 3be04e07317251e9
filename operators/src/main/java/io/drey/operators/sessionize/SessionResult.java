package io.drey.operators.sessionize;

import java.io.Serializable;

/** Makes of a session what is emitted for it. */
@FunctionalInterface
public interface SessionResult<K, T, R> extends Serializable {
  R of(Session<K, T> session);
}
