// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The commands of {@code drey state}. */
@NullMarked
package io.drey.state.cli;

import org.jspecify.annotations.NullMarked;
