// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The steps that number events: {@code sequence}, {@code count} and {@code detect-gaps}. */
@NullMarked
package io.drey.jobs.step.number;

import org.jspecify.annotations.NullMarked;
