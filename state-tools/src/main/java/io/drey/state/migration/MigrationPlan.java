// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration plan.
 *
 * @param operators the changes of operators, each of which is named once
 * @param maxParallelism that of all operators which have no other one in the plan; null if it stays
 */
public record MigrationPlan(
    List<OperatorChange> operators, @Nullable Placed<Integer> maxParallelism) {}
