// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Compares two snapshots in any format, in constant memory. */
@NullMarked
package io.drey.state.diff;

import org.jspecify.annotations.NullMarked;
