// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Checks migration plans against the operators and states of a savepoint. */
@NullMarked
package io.drey.state.migration.check;

import org.jspecify.annotations.NullMarked;
