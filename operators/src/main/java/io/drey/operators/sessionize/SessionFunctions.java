package io.drey.operators.sessionize;

import io.drey.operators.rule.Condition;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Sessionize} asks of events.
 *
 * @param starts tells the events that open a session; null where any does
 * @param ends tells the events that end a session; null where none does
 * @param event takes what is kept of each event; null for nothing
 * @param opening takes what is kept besides of the event that opens a session; null for nothing
 */
public record SessionFunctions<T>(
    @Nullable Condition<T> starts,
    @Nullable Condition<T> ends,
    @Nullable EventPart<T> event,
    @Nullable EventPart<T> opening)
    implements Serializable {

  /** Any event opens a session, none ends it, and all are kept whole. */
  public static <T> SessionFunctions<T> anyEvent() {
    return new SessionFunctions<>(null, null, whole -> whole, null);
  }

  /** The same with sessions that such an event alone opens. */
  public SessionFunctions<T> startingAt(Condition<T> start) {
    return new SessionFunctions<>(start, ends, event, opening);
  }

  /** The same with sessions that such an event ends. */
  public SessionFunctions<T> endingAt(Condition<T> end) {
    return new SessionFunctions<>(starts, end, event, opening);
  }

  /** The same with a part of each event kept. */
  public SessionFunctions<T> keeping(EventPart<T> part) {
    return new SessionFunctions<>(starts, ends, part, opening);
  }

  /** The same with no events kept: a session then costs three numbers. */
  public SessionFunctions<T> keepingNoEvents() {
    return new SessionFunctions<>(starts, ends, null, opening);
  }

  /** The same with a part of the opening event kept as {@link Session#opening}. */
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
