// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What a migration plan says: how the state of a savepoint is to change. */
@NullMarked
package io.drey.state.migration;

import org.jspecify.annotations.NullMarked;
