// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values of Flink's Scala API, which ended with Flink 1. */
@NullMarked
package io.drey.state.snapshot.type.scala;

import org.jspecify.annotations.NullMarked;
