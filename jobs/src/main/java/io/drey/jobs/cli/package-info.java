// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The command line. */
@NullMarked
package io.drey.jobs.cli;

import org.jspecify.annotations.NullMarked;
