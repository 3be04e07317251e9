// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import io.drey.operators.internal.json.JsonStrings;
import java.io.Serializable;
import java.util.Arrays;

/** A field's name taken literally, dots included, with its JSON prepared. */
public final class FieldName implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final byte[] quoted;

  public FieldName(String text) {
    this.text = text;
    this.quoted = JsonStrings.quoted(text);
  }

  public String text() {
    return text;
  }

  /** The name as a canonical JSON string. */
  byte[] quoted() {
    return quoted;
  }

  /**
   * Whether it equals {@code bytes[from, to)}, without escapes or canonically escaped. A name that
   * needs an escape contains a backslash, so it never equals bytes without one.
   */
  boolean equalsPlain(byte[] bytes, int from, int to) {
    int length = quoted.length - 2;
    return to - from == length && Arrays.equals(bytes, from, to, quoted, 1, length + 1);
  }
}
