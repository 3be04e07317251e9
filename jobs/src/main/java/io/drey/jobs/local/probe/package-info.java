// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What a run adds to the job of a pipeline to look at events, and to end early. */
@NullMarked
package io.drey.jobs.local.probe;

import org.jspecify.annotations.NullMarked;
