// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import org.jspecify.annotations.Nullable;

/**
 * A finding of a check.
 *
 * @param isDamage whether it is damage rather than a warning
 * @param operator null if it does not concern a single operator
 * @param state null if it does not concern a single state
 * @param advice what to do about it
 */
public record Finding(
    boolean isDamage,
    @Nullable String operator,
    @Nullable String state,
    String finding,
    String advice) {}
