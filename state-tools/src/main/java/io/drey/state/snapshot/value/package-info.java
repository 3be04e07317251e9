// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values that are to be encoded, in the form that JSON gives them, and times in both forms. */
@NullMarked
package io.drey.state.snapshot.value;

import org.jspecify.annotations.NullMarked;
