// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What sources and sinks keep: bytes of a format of their own, behind its version. No type in the
 * savepoint tells the format, so that of the connectors that are known is taken which fits exactly.
 */
@NullMarked
package io.drey.state.snapshot.type.versioned;

import org.jspecify.annotations.NullMarked;
