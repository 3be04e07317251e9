// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** A checked pipeline as a Flink job, as text and as a diagram. */
@NullMarked
package io.drey.jobs.graph;

import org.jspecify.annotations.NullMarked;
