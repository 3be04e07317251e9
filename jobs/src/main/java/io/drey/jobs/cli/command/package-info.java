// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Commands, and how they declare their options and parameters. */
@NullMarked
package io.drey.jobs.cli.command;

import org.jspecify.annotations.NullMarked;
