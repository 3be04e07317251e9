// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.jobs.yaml.Problem;
import java.util.List;

/**
 * A plan for a savepoint.
 *
 * @param operators all operators of the savepoint, in its order
 * @param problems all that keeps the plan from being carried out; nothing may be written then
 */
public record ResolvedPlan(List<ResolvedOperator> operators, List<Problem> problems) {}
