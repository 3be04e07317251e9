// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

/**
 * The key of an event on the wire.
 *
 * @param text the canonical key
 * @param from where the event's bytes contain exactly that text, or {@link #APART}
 * @param to the end of that text
 */
record EventKey(String text, int from, int to) {
  /** Not the offset of a value: values begin after a brace, a name and a colon. */
  static final int APART = 1;

  /** A key whose text is not in the bytes of its event. */
  static EventKey apart(String text) {
    return new EventKey(text, APART, APART);
  }

  boolean isApart() {
    return from == APART;
  }
}
