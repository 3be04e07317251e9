// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Runs a pipeline for a command, and tells how that goes. */
@NullMarked
package io.drey.jobs.cli.run;

import org.jspecify.annotations.NullMarked;
