// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.drey.operators.internal.json.CanonicalNumber;
import io.drey.operators.internal.json.JsonStrings;
import java.math.BigDecimal;

/** Text as JSON writes it. */
public final class JsonText {
  private JsonText() {}

  /** Writes a text as a JSON string in quotes, escaping only what must be escaped. */
  public static void quote(CharSequence text, StringBuilder out) {
    JsonStrings.encode(text, out);
  }

  /** The canonical text of a number: in plain notation if that is short. */
  public static String number(BigDecimal number) {
    byte[] text = number.toString().getBytes(US_ASCII);
    return CanonicalNumber.of(text, 0, text.length);
  }
}
