// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The values of expressions and scripts: JSON, numbers, and the state of a key. */
@NullMarked
package io.drey.jobs.expression.value;

import org.jspecify.annotations.NullMarked;
