// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.kafka;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** A timestamp of records, written as ISO-8601 or as milliseconds. */
public final class Timestamp implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long millis;

  private Timestamp(long millis) {
    this.millis = millis;
  }

  /** Parses the scalar form. */
  public static Timestamp parse(String text) {
    try {
      return new Timestamp(
          text.matches("\\d{1,18}")
              ? Long.parseLong(text)
              : OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "Invalid timestamp: must be like 2024-01-15T10:00:00Z, or milliseconds, but was '"
              + text
              + "'",
          e);
    }
  }

  /** Since the epoch. */
  long millis() {
    return millis;
  }
}
