// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import java.io.Serializable;

/** Creates the result of a session. */
@FunctionalInterface
public interface SessionResult<K, T, R> extends Serializable {
  R of(Session<K, T> session);
}
