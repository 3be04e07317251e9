// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The metadata of a snapshot: operators, subtasks, and the files with their state. */
@NullMarked
package io.drey.state.snapshot.metadata;

import org.jspecify.annotations.NullMarked;
