// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import java.io.Serializable;

/** Takes from an event the part that its session stores. */
@FunctionalInterface
public interface EventPart<T> extends Serializable {
  T of(T event);
}
