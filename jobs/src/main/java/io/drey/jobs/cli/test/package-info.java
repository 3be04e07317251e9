// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The command that runs the tests of pipelines, and shows what came beside what was expected. */
@NullMarked
package io.drey.jobs.cli.test;

import org.jspecify.annotations.NullMarked;
