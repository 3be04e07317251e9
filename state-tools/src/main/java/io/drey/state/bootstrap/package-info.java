// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** State of an operator that has not run yet, from rows of JSON. */
@NullMarked
package io.drey.state.bootstrap;

import org.jspecify.annotations.NullMarked;
