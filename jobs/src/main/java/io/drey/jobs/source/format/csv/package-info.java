// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Comma-separated values: how a stream of them is cut into records, and these into values. */
@NullMarked
package io.drey.jobs.source.format.csv;

import org.jspecify.annotations.NullMarked;
