// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Carrying out a migration plan. */
@NullMarked
package io.drey.state.migration.apply;

import org.jspecify.annotations.NullMarked;
