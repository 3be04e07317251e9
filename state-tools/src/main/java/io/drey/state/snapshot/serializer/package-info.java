// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The bodies of serializer snapshots, by whose class a type is known. */
@NullMarked
package io.drey.state.snapshot.serializer;

import org.jspecify.annotations.NullMarked;
