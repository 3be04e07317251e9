// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The command that shows what an expression or script gives. */
@NullMarked
package io.drey.jobs.cli.eval;

import org.jspecify.annotations.NullMarked;
