// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Classes of a job that moves from Flink 1.20 to Flink 2. */
@NullMarked
package io.drey.flink120;

import org.jspecify.annotations.NullMarked;
