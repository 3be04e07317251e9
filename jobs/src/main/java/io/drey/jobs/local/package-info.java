// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Runs a pipeline in an embedded Flink cluster in this process, on the loopback address only. */
@NullMarked
package io.drey.jobs.local;

import org.jspecify.annotations.NullMarked;
