// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** A prompt at a terminal, which another module reads lines for. */
@NullMarked
package io.drey.jobs.cli.prompt;

import org.jspecify.annotations.NullMarked;
