// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The syntax of expressions: what JEXL parses, restricted, and its errors with positions. */
@NullMarked
package io.drey.jobs.expression.syntax;

import org.jspecify.annotations.NullMarked;
