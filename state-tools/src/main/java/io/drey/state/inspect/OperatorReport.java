// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.snapshot.metadata.OperatorId;
import java.util.List;

/**
 * The state of an operator.
 *
 * @param bytes the size of its state in all subtasks
 * @param inFlightBytes the size of the in-flight events that an unaligned checkpoint holds for it
 * @param states sorted by name
 */
public record OperatorReport(
    OperatorId id,
    int parallelism,
    int maxParallelism,
    long bytes,
    long inFlightBytes,
    List<StateReport> states) {}
