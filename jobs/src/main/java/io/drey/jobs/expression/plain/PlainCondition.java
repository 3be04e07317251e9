// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression.plain;

import io.drey.operators.event.Event;

/** A plain comparison, or several combined, evaluated without the interpreter. */
public interface PlainCondition {
  boolean test(Event event);
}
