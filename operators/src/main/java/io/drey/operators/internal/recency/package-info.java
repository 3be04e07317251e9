// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The keys of an operator in the order of their last use, to evict the least recently used. */
@NullMarked
package io.drey.operators.internal.recency;

import org.jspecify.annotations.NullMarked;
