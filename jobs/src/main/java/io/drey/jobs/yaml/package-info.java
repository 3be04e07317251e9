// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** YAML with positions: references replaced by values from outside, all problems collected. */
@NullMarked
package io.drey.jobs.yaml;

import org.jspecify.annotations.NullMarked;
