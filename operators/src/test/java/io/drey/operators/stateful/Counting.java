// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

/** Counts the events of a key, in a record. */
final class Counting implements StatefulFunction<String, String, Counting.Count, String> {
  private static final long serialVersionUID = 1L;

  /** So many. */
  public record Count(long events) {}

  @Override
  public Count initialState() {
    return new Count(0);
  }

  @Override
  public Count onEvent(String event, Count count, Context<String, String> ctx) {
    Count next = new Count(count.events() + 1);
    ctx.emit(Long.toString(next.events()));
    return next;
  }
}
