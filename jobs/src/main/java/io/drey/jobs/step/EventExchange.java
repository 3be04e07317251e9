// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.drey.jobs.expression.Expression;
import io.drey.operators.correlate.Exchange;
import io.drey.operators.correlate.Role;
import io.drey.operators.correlate.UnmatchedReason;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldCopy;
import io.drey.operators.order.ExactTime;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Recognizes requests and responses by expressions; a pair is the response with fields added. */
final class EventExchange implements Exchange<Event, Event, Event> {
  private static final long serialVersionUID = 1L;
  private static final String REASON = "unmatched_reason";

  /** The decimals of a millisecond. */
  private static final int NANO_DECIMALS = 6;

  private final Expression request;
  private final Expression response;
  private final @Nullable Select reduction;
  private final FieldCopy copy;
  private final ExactTime<Event> exactTime;

  /**
   * Creates an exchange.
   *
   * @param reduction selects the fields of a request that outputs need; null for all fields
   */
  EventExchange(
      Expression request,
      Expression response,
      @Nullable Select reduction,
      FieldCopy copy,
      ExactTime<Event> exactTime) {
    this.request = request;
    this.response = response;
    this.reduction = reduction;
    this.copy = copy;
    this.exactTime = exactTime;
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
    return copy.copy(request, response, Long.toString(durationMillis).getBytes(ISO_8859_1));
  }

  /** With the exact duration. */
  @Override
  public Event pair(Event request, long requestMillis, Event response, long responseMillis) {
    long millis = responseMillis - requestMillis;
    int nanos =
        exactTime.nanosBeyond(response, responseMillis)
            - exactTime.nanosBeyond(request, requestMillis);
    return nanos == 0
        ? pair(request, response, millis)
        : copy.copy(request, response, decimal(millis, nanos).getBytes(ISO_8859_1));
  }

  private static String decimal(long millis, int nanos) {
    return BigDecimal.valueOf(millis)
        .add(BigDecimal.valueOf(nanos, NANO_DECIMALS))
        .stripTrailingZeros()
        .toPlainString();
  }

  @Override
  public Event unmatched(Event event, UnmatchedReason reason) {
    return event.with(REASON, reason.text());
  }
}
