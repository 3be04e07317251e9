// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What every sink has in common: its record in the pipeline file and its metrics. */
@NullMarked
package io.drey.jobs.sink;

import org.jspecify.annotations.NullMarked;
