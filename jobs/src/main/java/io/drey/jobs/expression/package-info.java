// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Expressions and scripts on an event, ready to run. */
@NullMarked
package io.drey.jobs.expression;

import org.jspecify.annotations.NullMarked;
