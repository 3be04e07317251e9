// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What is told of a run once it has ended: its counts, and what is probably a mistake. */
@NullMarked
package io.drey.jobs.cli.summary;

import org.jspecify.annotations.NullMarked;
