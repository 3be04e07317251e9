// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Sorts the events of each key by event time. */
@NullMarked
package io.drey.operators.order;

import org.jspecify.annotations.NullMarked;
