// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Sources that cannot be read again: standard input and sockets. */
@NullMarked
package io.drey.jobs.source.live;

import org.jspecify.annotations.NullMarked;
