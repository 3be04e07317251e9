// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.rule.Condition;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Sessionize} needs to know about events.
 *
 * @param starts selects the events that open a session; null if any event does
 * @param ends selects the events that end a session; null if none does
 * @param event takes the part of each event to store; null for none
 * @param opening takes the part of the opening event to store in addition; null for none
 */
public record SessionFunctions<T>(
    @Nullable Condition<T> starts,
    @Nullable Condition<T> ends,
    @Nullable EventPart<T> event,
    @Nullable EventPart<T> opening)
    implements Serializable {

  /** Any event opens a session, none ends it, and events are stored as a whole. */
  public static <T> SessionFunctions<T> anyEvent() {
    return new SessionFunctions<>(null, null, whole -> whole, null);
  }

  /** A copy in which only such an event opens a session. */
  public SessionFunctions<T> startingAt(Condition<T> start) {
    return new SessionFunctions<>(start, ends, event, opening);
  }

  /** A copy in which such an event ends a session. */
  public SessionFunctions<T> endingAt(Condition<T> end) {
    return new SessionFunctions<>(starts, end, event, opening);
  }

  /** A copy that stores a part of each event. */
  public SessionFunctions<T> keeping(EventPart<T> part) {
    return new SessionFunctions<>(starts, ends, part, opening);
  }

  /** A copy that stores no events: a session then takes three numbers. */
  public SessionFunctions<T> keepingNoEvents() {
    return new SessionFunctions<>(starts, ends, null, opening);
  }

  /** A copy that stores a part of the opening event as {@link Session#opening}. */
  public SessionFunctions<T> keepingOpening(EventPart<T> part) {
    return new SessionFunctions<>(starts, ends, event, part);
  }

  boolean isOpenedBy(T candidate) {
    return starts == null || starts.holds(candidate);
  }

  boolean isEndedBy(T candidate) {
    return ends != null && ends.holds(candidate);
  }

  boolean isComplete(CloseReason reason) {
    return reason == CloseReason.END || (reason == CloseReason.GAP && ends == null);
  }
}
