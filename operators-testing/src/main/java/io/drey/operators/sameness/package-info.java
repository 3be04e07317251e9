// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The sameness kit: runs an operator over one input in every way that must not matter and compares
 * what comes out, as a multiset.
 */
@NullMarked
package io.drey.operators.sameness;

import org.jspecify.annotations.NullMarked;
