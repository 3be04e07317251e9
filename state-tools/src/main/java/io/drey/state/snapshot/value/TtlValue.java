// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.value;

import org.jspecify.annotations.Nullable;

/**
 * A value of a state with TTL: of the whole state, of one element of a list, or of one entry of a
 * map. JSON shows only the value, so that who encodes it has to bring the time along.
 *
 * @param lastAccess milliseconds since 1970, encoded as they are
 */
public record TtlValue(long lastAccess, @Nullable Object value) {}
