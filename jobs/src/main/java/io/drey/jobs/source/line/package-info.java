// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Bytes to events: the lines of a stream, the input formats, event time and malformed records. */
@NullMarked
package io.drey.jobs.source.line;

import org.jspecify.annotations.NullMarked;
