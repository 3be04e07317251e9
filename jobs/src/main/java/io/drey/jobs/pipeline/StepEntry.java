// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.step.Step;
import io.drey.jobs.yaml.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step in a pipeline file.
 *
 * @param from its {@code from}; null if it has none. {@link Wiring} has what it reads
 * @param at the position of the operator
 */
public record StepEntry(
    String id, String operator, Step step, @Nullable List<Output> from, Position at) {}
