// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** A prompt at a terminal. Nothing else uses JLine, which is loaded here only. */
@NullMarked
package io.drey.jobs.cli.prompt;

import org.jspecify.annotations.NullMarked;
