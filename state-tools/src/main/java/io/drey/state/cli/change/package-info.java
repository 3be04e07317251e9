// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The commands that write savepoints. */
@NullMarked
package io.drey.state.cli.change;

import org.jspecify.annotations.NullMarked;
