// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Passes one event of each key, in total or per time span. */
@NullMarked
package io.drey.operators.deduplicate;

import org.jspecify.annotations.NullMarked;
