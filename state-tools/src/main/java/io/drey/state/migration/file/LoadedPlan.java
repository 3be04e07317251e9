// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import io.drey.jobs.yaml.Problem;
import io.drey.state.migration.MigrationPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a migration plan.
 *
 * @param plan null if there is an error among the problems
 * @param problems all that is wrong, in the order of the file
 */
public record LoadedPlan(@Nullable MigrationPlan plan, List<Problem> problems) {}
