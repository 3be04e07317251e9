// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.JsonStrings;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON value within the bytes of an event. Nothing is copied until it is requested. */
public final class JsonValue {
  /** The kind of a value. */
  public enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    OBJECT,
    ARRAY
  }

  private static final int LONGEST_NUMBER = 100_000;
  private static final int SHORT_DIGITS = 18;

  private final byte[] json;
  private final int from;
  private final int to;

  JsonValue(byte[] json, int from, int to) {
    this.json = json;
    this.from = from;
    this.to = to;
  }

  public Kind kind() {
    return switch (json[from]) {
      case '"' -> Kind.STRING;
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case 't', 'f' -> Kind.BOOLEAN;
      case 'n' -> Kind.NULL;
      default -> Kind.NUMBER;
    };
  }

  /** A string's content; of any other value the JSON as written. */
  public String text() {
    return json[from] == '"' ? JsonStrings.decode(json, from + 1, to - 1) : raw();
  }

  /** The JSON as written. */
  public String raw() {
    return new String(json, from, to - from, UTF_8);
  }

  /**
   * The exact number, or null if this is not a number, its exponent is beyond {@link BigDecimal},
   * or it is longer than 100,000 bytes: the time to convert a number grows with the square of its
   * length.
   */
  public @Nullable BigDecimal number() {
    if (kind() != Kind.NUMBER || to - from > LONGEST_NUMBER) {
      return null;
    }
    try {
      return new BigDecimal(new String(json, from, to - from, US_ASCII));
    } catch (NumberFormatException exponentTooLarge) {
      return null;
    }
  }

  /** Whether this is an integer of at most 18 digits without fraction and exponent. */
  public boolean isShortInteger() {
    int first = json[from] == '-' ? from + 1 : from;
    if (to - first > SHORT_DIGITS) {
      return false;
    }
    for (int i = first; i < to; i++) {
      if (json[i] < '0' || json[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** The value, if {@link #isShortInteger}. */
  public long shortInteger() {
    boolean negative = json[from] == '-';
    long value = 0;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      value = value * 10 + (json[i] - '0');
    }
    return negative ? -value : value;
  }

  /**
   * Whether this is the string of that text, compared by bytes where possible.
   *
   * @param utf8 the same text in UTF-8; any bytes with a quote if the text has unpaired surrogates
   */
  public boolean isText(String text, byte[] utf8) {
    if (json[from] != '"') {
      return false;
    }
    int length = to - from - 2;
    if (length <= utf8.length) {
      // An escape is always longer than the character it stands for.
      return length == utf8.length && Arrays.equals(json, from + 1, to - 1, utf8, 0, length);
    }
    return isEscaped() && text().equals(text);
  }

  /** The elements of an array, in order; null if this is not an array. */
  public @Nullable List<JsonValue> elements() {
    return kind() == Kind.ARRAY ? JsonElements.of(json, from) : null;
  }

  /** True only for the literal {@code true}. */
  public boolean isTrue() {
    return json[from] == 't';
  }

  /**
   * The object as an event of its own, sharing no bytes with this one; null if this is not an
   * object.
   */
  public @Nullable Event object() {
    return kind() == Kind.OBJECT ? Event.trusted(bytes()) : null;
  }

  /** The size of its JSON in bytes. */
  public int length() {
    return to - from;
  }

  /** A copy of the JSON as written. */
  public byte[] bytes() {
    return Arrays.copyOfRange(json, from, to);
  }

  /** Whether it contains a backslash. */
  public boolean isEscaped() {
    for (int i = from; i < to; i++) {
      if (json[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Writes the JSON unchanged. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(json, from, to - from);
  }

  public byte[] json() {
    return json;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  @Override
  public String toString() {
    return raw();
  }
}
