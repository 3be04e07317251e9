// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The algebra of updates: ops that change one JSON value, in order and atomically. Independent of
 * Flink.
 */
@NullMarked
package io.drey.operators.kv.update;

import org.jspecify.annotations.NullMarked;
