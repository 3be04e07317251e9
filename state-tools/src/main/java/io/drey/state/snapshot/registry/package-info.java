// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** All known serializer snapshots and key hashes, joined from the families of types. */
@NullMarked
package io.drey.state.snapshot.registry;

import org.jspecify.annotations.NullMarked;
