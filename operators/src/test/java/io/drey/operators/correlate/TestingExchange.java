// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.rule.InvalidEventException;

/**
 * Events are a key, what they are and a number: {@code a?1} is a request, {@code a!1} a response,
 * {@code a*1} both, {@code a-1} neither. {@code a#1} is an unreadable event, {@code a%1} a response
 * that makes no pair.
 */
final class TestingExchange implements Exchange<String, String, String> {
  private static final long serialVersionUID = 1L;

  static String key(String event) {
    return event.substring(0, 1);
  }

  @Override
  public Role roleOf(String event) {
    return switch (event.charAt(1)) {
      case '?', '*' -> Role.REQUEST;
      case '!', '%' -> Role.RESPONSE;
      case '-' -> Role.OTHER;
      default -> throw new InvalidEventException("No role");
    };
  }

  @Override
  public String pair(String request, String response, long durationMillis) {
    if (response.charAt(1) == '%') {
      throw new InvalidEventException("No pair");
    }
    return request + " " + response + " " + durationMillis;
  }

  @Override
  public String unmatched(String event, UnmatchedReason reason) {
    return event + " " + reason.text();
  }
}
