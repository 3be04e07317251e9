// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import io.drey.jobs.yaml.Position;

/**
 * A part of a plan, and where it stands in the file.
 *
 * @param path the keys that lead to it, for messages
 */
public record Placed<T>(T value, Position at, String path) {
  /** Another value at the same place. */
  public <U> Placed<U> with(U other) {
    return new Placed<>(other, at, path);
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
