// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

/** Something that happened to an order. */
public final class OrderStep {
  public String order;
  public String step;
  public long at;

  /** For Flink. */
  public OrderStep() {}

  OrderStep(String order, String step, long at) {
    this.order = order;
    this.step = step;
    this.at = at;
  }
}
