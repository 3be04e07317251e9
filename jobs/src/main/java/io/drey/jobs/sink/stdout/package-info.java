// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The sink to standard output. */
@NullMarked
package io.drey.jobs.sink.stdout;

import org.jspecify.annotations.NullMarked;
