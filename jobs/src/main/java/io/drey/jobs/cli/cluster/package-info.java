// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The commands that need a Flink cluster. */
@NullMarked
package io.drey.jobs.cli.cluster;

import org.jspecify.annotations.NullMarked;
