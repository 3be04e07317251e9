// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** States that tell of other states of their operator, computed anew after a change of these. */
@NullMarked
package io.drey.state.rewrite.related;

import org.jspecify.annotations.NullMarked;
