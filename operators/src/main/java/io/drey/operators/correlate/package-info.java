// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Pairs requests with their responses. */
@NullMarked
package io.drey.operators.correlate;

import org.jspecify.annotations.NullMarked;
