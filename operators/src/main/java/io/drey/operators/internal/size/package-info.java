// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * How much state an operator holds: counted and estimated from a sample on the heap, told by the
 * database on disk. Nothing of it is asked for per event.
 */
@NullMarked
package io.drey.operators.internal.size;

import org.jspecify.annotations.NullMarked;
