// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/**
 * A record of the input.
 *
 * @param user the key of the record, which decides on its partition
 * @param kind {@code ask} or {@code answer}
 * @param at milliseconds after the first instant; no two records have the same
 */
record Call(int user, String request, String kind, long at) {
  static final String ASK = "ask";
  static final String ANSWER = "answer";
  private static final Instant FIRST = Instant.parse("2024-01-15T10:00:00Z");

  static String instant(long at) {
    return FIRST.plusMillis(at).toString();
  }

  String userName() {
    return "u" + user;
  }

  byte[] key() {
    return userName().getBytes(UTF_8);
  }

  /** What only a request has. */
  String path() {
    return "/p" + Math.floorMod(request.hashCode(), 100);
  }

  /** The event, without a closing brace. */
  String fields() {
    String path = kind.equals(ASK) ? ",\"path\":\"" + path() + "\"" : "";
    return "{\"user\":\"%s\",\"request\":\"%s\",\"kind\":\"%s\",\"at\":\"%s\"%s"
        .formatted(userName(), request, kind, instant(at), path);
  }

  byte[] value() {
    return (fields() + "}").getBytes(UTF_8);
  }
}
