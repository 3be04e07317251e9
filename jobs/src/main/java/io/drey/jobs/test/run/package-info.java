// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Runs tests of pipelines without a cluster, time under control, and compares what comes. */
@NullMarked
package io.drey.jobs.test.run;

import org.jspecify.annotations.NullMarked;
