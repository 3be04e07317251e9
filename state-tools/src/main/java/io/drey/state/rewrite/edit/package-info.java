// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What becomes of the operators, states and entries of a savepoint. */
@NullMarked
package io.drey.state.rewrite.edit;

import org.jspecify.annotations.NullMarked;
