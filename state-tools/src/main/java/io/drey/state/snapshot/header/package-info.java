// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads the headers of state files: the names and types of their states. */
@NullMarked
package io.drey.state.snapshot.header;

import org.jspecify.annotations.NullMarked;
