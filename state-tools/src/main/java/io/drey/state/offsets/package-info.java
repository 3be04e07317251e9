// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Where sources stand: the offsets of partitions and files. */
@NullMarked
package io.drey.state.offsets;

import org.jspecify.annotations.NullMarked;
