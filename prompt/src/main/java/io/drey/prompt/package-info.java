// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The prompt of {@code drey eval}, in a module of its own since nothing else needs JLine. */
@NullMarked
package io.drey.prompt;

import org.jspecify.annotations.NullMarked;
