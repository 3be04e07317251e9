// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reports where the numbers of a key's events are not consecutive. */
@NullMarked
package io.drey.operators.gaps;

import org.jspecify.annotations.NullMarked;
