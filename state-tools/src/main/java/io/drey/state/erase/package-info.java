// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Erasing all that tells of something, such as a person. */
@NullMarked
package io.drey.state.erase;

import org.jspecify.annotations.NullMarked;
