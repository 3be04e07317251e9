// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The step {@code aggregate} and its measures. */
@NullMarked
package io.drey.jobs.step.aggregate;

import org.jspecify.annotations.NullMarked;
