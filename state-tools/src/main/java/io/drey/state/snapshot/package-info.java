// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads the files of savepoints and retained checkpoints, and detects damage. */
@NullMarked
package io.drey.state.snapshot;

import org.jspecify.annotations.NullMarked;
