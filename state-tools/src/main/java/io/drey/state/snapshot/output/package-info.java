// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The directory to which a savepoint is written. */
@NullMarked
package io.drey.state.snapshot.output;

import org.jspecify.annotations.NullMarked;
