// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Runs a user's code with keyed state that is read and written entry by entry. */
@NullMarked
package io.drey.operators.script;

import org.jspecify.annotations.NullMarked;
