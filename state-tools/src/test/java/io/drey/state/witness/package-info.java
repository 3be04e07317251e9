// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What Flink reads of snapshots, to be held against what Drey reads and writes. */
@NullMarked
package io.drey.state.witness;

import org.jspecify.annotations.NullMarked;
