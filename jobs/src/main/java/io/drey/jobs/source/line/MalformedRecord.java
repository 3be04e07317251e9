// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.event.Event;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.Origin;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** Builds a malformed record: source, position, error and raw bytes. */
public final class MalformedRecord {
  private static final FieldPath SOURCE = FieldPath.of("source");
  private static final FieldPath POSITION = FieldPath.of("position");
  private static final int LONGEST_RAW = 4 << 10;

  private final String source;
  private final Utf8Text utf8 = new Utf8Text();

  MalformedRecord(String source) {
    this.source = source;
  }

  /**
   * Returns the record of bytes that are no event.
   *
   * @param place of the record in its input
   */
  Event of(String input, String place, String error, byte[] bytes, int from, int to) {
    Event record =
        Event.of("{}")
            .with(SOURCE, source)
            .with(POSITION, input + ":" + place)
            .with("error", error);
    int cut = cut(bytes, from, to);
    if (utf8.firstInvalid(bytes, from, cut) < 0) {
      return record.with("raw", new String(bytes, from, cut - from, UTF_8));
    }
    byte[] raw = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST_RAW));
    return record.with("raw_base64", Base64.getEncoder().encodeToString(raw));
  }

  /** Where a malformed record is from, as it says itself. */
  public static Origin originOf(Event record) {
    return new Origin(
        Objects.requireNonNull(record.text(SOURCE)), Objects.requireNonNull(record.text(POSITION)));
  }

  /** Where to cut without splitting a character. */
  private static int cut(byte[] bytes, int from, int to) {
    int cut = Math.min(to, from + LONGEST_RAW);
    int lead = cut;
    while (cut < to && lead > from && cut - lead < 3 && (bytes[lead] & 0xC0) == 0x80) {
      lead--;
    }
    return lead;
  }
}
