// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.state.migration.Placed;

/** Takes what is wrong with the steps of a plan. */
@FunctionalInterface
public interface Refusals {
  void refuse(Placed<?> step, String message);
}
