// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What a jar of the user's implements to change states that a migration plan names. */
@NullMarked
package io.drey.state.transform;

import org.jspecify.annotations.NullMarked;
