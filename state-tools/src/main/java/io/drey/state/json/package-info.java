// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Writes rows as JSON into byte buffers. */
@NullMarked
package io.drey.state.json;

import org.jspecify.annotations.NullMarked;
