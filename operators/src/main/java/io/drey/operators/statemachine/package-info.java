// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Runs a state machine for each key and reports violations. */
@NullMarked
package io.drey.operators.statemachine;

import org.jspecify.annotations.NullMarked;
