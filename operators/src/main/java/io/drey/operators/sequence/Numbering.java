// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sequence;

import java.io.Serializable;

/** Creates the result for an event and its number. */
@FunctionalInterface
public interface Numbering<T, R> extends Serializable {
  R number(T event, long number);
}
