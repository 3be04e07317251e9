// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Files with tests of a pipeline: what they say, with the place of each part. */
@NullMarked
package io.drey.jobs.test;

import org.jspecify.annotations.NullMarked;
