// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What a single event costs, operation by operation. */
@NullMarked
package io.drey.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
