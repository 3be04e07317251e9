// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The file sink: parts that become visible with the checkpoint that completes them. */
@NullMarked
package io.drey.jobs.sink.file;

import org.jspecify.annotations.NullMarked;
