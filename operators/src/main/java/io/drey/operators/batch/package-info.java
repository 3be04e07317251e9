// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Groups events by count or time. */
@NullMarked
package io.drey.operators.batch;

import org.jspecify.annotations.NullMarked;
