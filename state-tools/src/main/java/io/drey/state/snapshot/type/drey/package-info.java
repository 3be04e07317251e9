// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values of Drey's own types. */
@NullMarked
package io.drey.state.snapshot.type.drey;

import org.jspecify.annotations.NullMarked;
