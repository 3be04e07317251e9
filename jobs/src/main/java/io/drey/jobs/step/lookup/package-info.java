// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The step {@code lookup}: the table that it reads from a file, and what it adds to events. */
@NullMarked
package io.drey.jobs.step.lookup;

import org.jspecify.annotations.NullMarked;
