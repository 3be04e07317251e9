// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The step {@code rate-limit}. */
@NullMarked
package io.drey.jobs.step.ratelimit;

import org.jspecify.annotations.NullMarked;
