// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Aggregates groups of events per time window: counts, sums, percentiles and more. */
@NullMarked
package io.drey.operators.aggregate;

import org.jspecify.annotations.NullMarked;
