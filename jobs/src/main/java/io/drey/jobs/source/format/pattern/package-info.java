// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Lines of text as events: patterns with named groups, and presets for the logs of software. */
@NullMarked
package io.drey.jobs.source.format.pattern;

import org.jspecify.annotations.NullMarked;
