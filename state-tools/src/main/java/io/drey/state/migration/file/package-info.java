// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Reads migration plans from files, and checks them as far as that needs no savepoint. */
@NullMarked
package io.drey.state.migration.file;

import org.jspecify.annotations.NullMarked;
