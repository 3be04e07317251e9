// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Builds Flink's internal data structures from the parts of values, without JSON between. */
@NullMarked
package io.drey.state.query.data;

import org.jspecify.annotations.NullMarked;
