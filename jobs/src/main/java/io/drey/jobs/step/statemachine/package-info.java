// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The step {@code state-machine}. */
@NullMarked
package io.drey.jobs.step.statemachine;

import org.jspecify.annotations.NullMarked;
