// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values of Flink SQL: binary rows, arrays and maps. */
@NullMarked
package io.drey.state.snapshot.type.sql;

import org.jspecify.annotations.NullMarked;
