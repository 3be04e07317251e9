// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads operator state, which belongs to subtasks rather than keys, as a stream of entries. */
@NullMarked
package io.drey.state.snapshot.operator;

import org.jspecify.annotations.NullMarked;
