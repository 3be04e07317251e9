// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Events to lines of bytes: the output formats. */
@NullMarked
package io.drey.jobs.sink.line;

import org.jspecify.annotations.NullMarked;
