// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** A pipeline file, read and checked, and the lists of the sources, steps and sinks it can name. */
@NullMarked
package io.drey.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
