// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What every source has in common: its record in the pipeline file and how it joins the job graph.
 */
@NullMarked
package io.drey.jobs.source;

import org.jspecify.annotations.NullMarked;
