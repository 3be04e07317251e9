// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The main class of the job jar. */
@NullMarked
package io.drey.jobs.cli.job;

import org.jspecify.annotations.NullMarked;
