// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Values of Flink's own operators, and of serializers that are not tied to a kind of type. */
@NullMarked
package io.drey.state.snapshot.type.runtime;

import org.jspecify.annotations.NullMarked;
