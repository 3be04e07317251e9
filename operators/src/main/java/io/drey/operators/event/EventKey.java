package io.drey.operators.event;

/**
 * A key on its way with its event.
 *
 * @param text the canonical key
 * @param from where the event's bytes hold just that text, or {@link #APART}
 * @param to the end of that text
 */
record EventKey(String text, int from, int to) {
  /** Not a value's place: those begin behind a brace, a name and a colon. */
  static final int APART = 1;

  /** A key that its event does not hold as it is. */
  static EventKey apart(String text) {
    return new EventKey(text, APART, APART);
  }

  boolean isApart() {
    return from == APART;
  }
}
