// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Paths and directory listings on any Flink file system. */
@NullMarked
package io.drey.jobs.path;

import org.jspecify.annotations.NullMarked;
