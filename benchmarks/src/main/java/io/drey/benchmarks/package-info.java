// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Measures speed and memory of Drey and its peers, and checks them against bounds. */
@NullMarked
package io.drey.benchmarks;

import org.jspecify.annotations.NullMarked;
