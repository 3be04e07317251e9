// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The files of a snapshot, on this machine or on a file system of Flink. */
@NullMarked
package io.drey.state.snapshot.file;

import org.jspecify.annotations.NullMarked;
