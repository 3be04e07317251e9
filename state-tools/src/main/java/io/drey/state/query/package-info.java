// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The states of a savepoint as tables of Flink SQL, read directly from the savepoint's files. */
@NullMarked
package io.drey.state.query;

import org.jspecify.annotations.NullMarked;
