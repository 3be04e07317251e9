// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads the entries of states as JSON rows. */
@NullMarked
package io.drey.state.read;

import org.jspecify.annotations.NullMarked;
