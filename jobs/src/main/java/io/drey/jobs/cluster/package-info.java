// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Runs pipelines on a Flink cluster, and asks one about its jobs. */
@NullMarked
package io.drey.jobs.cluster;

import org.jspecify.annotations.NullMarked;
