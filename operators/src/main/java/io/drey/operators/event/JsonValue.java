package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One JSON value where it lies in the bytes of an event. Nothing is copied until it is asked. */
public final class JsonValue {
  /** What a value is. */
  public enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    OBJECT,
    ARRAY
  }

  private static final int LONGEST_NUMBER = 100_000;

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
   * The exact number, or null if this is none, its exponent is beyond {@link BigDecimal}, or it is
   * longer than 100,000 bytes: the time to convert a number grows with the square of its length.
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

  /** True only for the literal {@code true}. */
  public boolean isTrue() {
    return json[from] == 't';
  }

  /** The object as an event of its own, sharing no bytes with this one; null if this is none. */
  public @Nullable Event object() {
    return kind() == Kind.OBJECT ? Event.trusted(bytes()) : null;
  }

  /** A copy of the JSON as written. */
  public byte[] bytes() {
    return Arrays.copyOfRange(json, from, to);
  }

  /** Whether a backslash is in it. */
  boolean isEscaped() {
    for (int i = from; i < to; i++) {
      if (json[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Writes the JSON as it stands. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(json, from, to - from);
  }

  byte[] json() {
    return json;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  @Override
  public String toString() {
    return raw();
  }
}
