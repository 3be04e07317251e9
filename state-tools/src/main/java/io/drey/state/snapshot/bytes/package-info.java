// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads the bytes of snapshot files, from memory or from a stream. */
@NullMarked
package io.drey.state.snapshot.bytes;

import org.jspecify.annotations.NullMarked;
