// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads keyed state as a stream of entries. */
@NullMarked
package io.drey.state.snapshot.keyed;

import org.jspecify.annotations.NullMarked;
