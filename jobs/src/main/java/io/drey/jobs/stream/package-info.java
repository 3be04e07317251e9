// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The output streams of a step or source, by name. */
@NullMarked
package io.drey.jobs.stream;

import org.jspecify.annotations.NullMarked;
