// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Durations and sizes as users write them. */
@NullMarked
package io.drey.jobs.text;

import org.jspecify.annotations.NullMarked;
