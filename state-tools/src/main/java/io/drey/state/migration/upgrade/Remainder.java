// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import io.drey.state.snapshot.metadata.OperatorId;

/**
 * A state that Flink 2 does not restore and that cannot be changed.
 *
 * @param reason what Flink 2 does not restore in it, and why that stays
 */
public record Remainder(OperatorId operator, String state, String reason) {
  @Override
  public String toString() {
    return "Cannot upgrade state '" + state + "' of operator '" + operator + "': " + reason;
  }
}
