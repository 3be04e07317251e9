// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** External sort: sorts more records than fit into memory. */
@NullMarked
package io.drey.state.sort;

import org.jspecify.annotations.NullMarked;
