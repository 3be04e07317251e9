// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The functions and methods that expressions and scripts may call. */
@NullMarked
package io.drey.jobs.expression.function;

import org.jspecify.annotations.NullMarked;
