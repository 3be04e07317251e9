// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Typed keyed state, updated by a user's function. */
@NullMarked
package io.drey.operators.stateful;

import org.jspecify.annotations.NullMarked;
