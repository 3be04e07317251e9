// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The steps of a pipeline file: one record each, whose components are its YAML keys. */
@NullMarked
package io.drey.jobs.step;

import org.jspecify.annotations.NullMarked;
