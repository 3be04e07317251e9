// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sameness;

/** A value with its event time in ms. */
public record Timed<T>(T value, long time) {
  @Override
  public String toString() {
    return value + " @ " + time;
  }
}
