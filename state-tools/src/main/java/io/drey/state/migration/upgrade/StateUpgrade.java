// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import io.drey.state.snapshot.metadata.OperatorSnapshot;

/**
 * A state that changes for Flink 2.
 *
 * @param before the type of its values in Flink 1
 * @param after their type in Flink 2
 */
public record StateUpgrade(OperatorSnapshot operator, String state, String before, String after) {}
