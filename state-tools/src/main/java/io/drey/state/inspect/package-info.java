// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reports on snapshots: operators, their states, sizes and damage. */
@NullMarked
package io.drey.state.inspect;

import org.jspecify.annotations.NullMarked;
