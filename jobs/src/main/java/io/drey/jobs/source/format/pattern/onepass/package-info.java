// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Regular expressions of which at most one path can match, compiled to a table. */
@NullMarked
package io.drey.jobs.source.format.pattern.onepass;

import org.jspecify.annotations.NullMarked;
