// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Checks whether a job would start from a savepoint, and with which state. */
@NullMarked
package io.drey.state.plan;

import org.jspecify.annotations.NullMarked;
