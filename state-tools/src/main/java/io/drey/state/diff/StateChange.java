// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.inspect.StateReport;
import org.jspecify.annotations.Nullable;

/**
 * How an operator or one of its states differs.
 *
 * @param operator its uid if one of the sides knows it, else its hash
 * @param state null for the operator itself, which one of the sides does not have
 * @param counts the counts of its entries
 * @param from the state on the old side; null if it has none
 * @param to the state on the new side; null if it has none
 */
public record StateChange(
    String operator,
    @Nullable String state,
    ChangeType change,
    DiffCounts counts,
    @Nullable StateReport from,
    @Nullable StateReport to) {}
