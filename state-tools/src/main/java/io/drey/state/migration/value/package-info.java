// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** How field steps and transforms change types and values. */
@NullMarked
package io.drey.state.migration.value;

import org.jspecify.annotations.NullMarked;
