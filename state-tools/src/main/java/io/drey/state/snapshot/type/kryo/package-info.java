// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values that Kryo wrote. */
@NullMarked
package io.drey.state.snapshot.type.kryo;

import org.jspecify.annotations.NullMarked;
