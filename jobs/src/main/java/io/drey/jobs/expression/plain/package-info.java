// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Plain comparisons of fields with constants, which need no interpreter. */
@NullMarked
package io.drey.jobs.expression.plain;

import org.jspecify.annotations.NullMarked;
