// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.yaml.Position;
import java.util.List;

/**
 * A test of a pipeline.
 *
 * @param name unique in its file
 * @param at the place of the test in the file
 * @param parallelism those at which it runs; one or more
 */
public record PipelineTest(
    String name,
    Position at,
    List<Given> given,
    List<Expected> outputs,
    List<ExpectedKeys> state,
    List<Integer> parallelism) {}
