// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import io.drey.state.snapshot.bytes.ByteReader;
import org.jspecify.annotations.Nullable;

/**
 * An operator of a snapshot to be written that its source does not have: of one subtask.
 *
 * @param own its operator state; null if it has none
 * @param keyed its keyed state, in canonical format; null if it has none
 * @param coordinator the state of its coordinator; null if it has none
 */
public record AddedOperator(
    OperatorId id,
    int maxParallelism,
    @Nullable OperatorHandle own,
    KeyedHandle.@Nullable Sections keyed,
    @Nullable ByteReader coordinator) {}
