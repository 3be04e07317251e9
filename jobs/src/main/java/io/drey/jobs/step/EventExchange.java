// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import io.drey.jobs.expression.Expression;
import io.drey.operators.correlate.Exchange;
import io.drey.operators.correlate.Role;
import io.drey.operators.correlate.UnmatchedReason;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldCopy;
import org.jspecify.annotations.Nullable;

/** Recognizes requests and responses by expressions; a pair is the response with fields added. */
final class EventExchange implements Exchange<Event, Event, Event> {
  private static final long serialVersionUID = 1L;
  private static final String REASON = "unmatched_reason";

  private final Expression request;
  private final Expression response;
  private final @Nullable Select reduction;
  private final FieldCopy copy;

  /**
   * Creates an exchange.
   *
   * @param reduction selects the fields of a request that outputs need; null for all fields
   */
  EventExchange(
      Expression request, Expression response, @Nullable Select reduction, FieldCopy copy) {
    this.request = request;
    this.response = response;
    this.reduction = reduction;
    this.copy = copy;
  }

  @Override
  public Role roleOf(Event event) {
    if (request.test(event)) {
      return Role.REQUEST;
    }
    return response.test(event) ? Role.RESPONSE : Role.OTHER;
  }

  @Override
  public Event reduced(Event request) {
    return reduction == null ? request : reduction.apply(request);
  }

  @Override
  public Event pair(Event request, Event response, long durationMillis) {
    return copy.copy(request, response, durationMillis);
  }

  @Override
  public Event unmatched(Event event, UnmatchedReason reason) {
    return event.with(REASON, reason.text());
  }
}
