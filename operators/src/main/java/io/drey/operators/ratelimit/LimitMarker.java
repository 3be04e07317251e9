// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.ratelimit;

import java.io.Serializable;

/** Marks an event as within or beyond the limit. */
@FunctionalInterface
public interface LimitMarker<T, R> extends Serializable {
  R mark(T event, boolean isLimited);
}
