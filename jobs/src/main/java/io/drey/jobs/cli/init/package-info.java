// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The command {@code init}: what it finds in a log, and the pipeline file that it writes. */
@NullMarked
package io.drey.jobs.cli.init;

import org.jspecify.annotations.NullMarked;
