// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The commands that run one operator, without a pipeline file. */
@NullMarked
package io.drey.jobs.cli.operator;

import org.jspecify.annotations.NullMarked;
