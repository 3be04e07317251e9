// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** A job on Flink 1.20, and the savepoints and checkpoints that are taken of it. */
@NullMarked
package io.drey.flink120;

import org.jspecify.annotations.NullMarked;
