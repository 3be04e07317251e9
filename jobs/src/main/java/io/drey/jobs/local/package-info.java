// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Runs a pipeline in this process: without a cluster, or on an embedded one that listens on the
 * loopback address only.
 */
@NullMarked
package io.drey.jobs.local;

import org.jspecify.annotations.NullMarked;
