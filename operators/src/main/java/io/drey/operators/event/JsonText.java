package io.drey.operators.event;

/** Text as JSON writes it. */
public final class JsonText {
  private JsonText() {}

  /** Writes a text as a JSON string in quotes, escaping only what must be. */
  public static void quote(CharSequence text, StringBuilder out) {
    JsonStrings.encode(text, out);
  }
}
