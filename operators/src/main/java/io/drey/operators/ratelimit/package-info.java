// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Limits the events of each key, in total or per time window. */
@NullMarked
package io.drey.operators.ratelimit;

import org.jspecify.annotations.NullMarked;
