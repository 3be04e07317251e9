// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.rule;

/**
 * The first record of a side output, for people: the value of a gauge that exists from that record
 * on. Its {@code toString} is without the record, so that a metric reporter does not pass it on.
 *
 * @param text the record as text, whole
 */
public record FirstRecord(String text) {
  @Override
  public String toString() {
    return "present";
  }
}
