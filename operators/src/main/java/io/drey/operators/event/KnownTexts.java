// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.JsonStrings;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are likely to occur. They are recognized by the bytes of a value, so that no string
 * has to be created.
 */
public final class KnownTexts {
  private final @Nullable String[] texts;
  private final byte[][] utf8;
  private final int mask;

  public KnownTexts(Collection<String> known) {
    // sparse, so that most lookups succeed at the first probe
    int size = Integer.highestOneBit(4 * known.size() + 1) << 1;
    texts = new @Nullable String[size];
    utf8 = new byte[size][];
    mask = size - 1;
    for (String text : known) {
      byte[] bytes = text.getBytes(UTF_8);
      if (bytes.length > 0 && isWrittenPlainly(text, bytes)) {
        put(text, bytes);
      }
    }
  }

  /** Whether its JSON is the same bytes: a value with an escape is never recognized. */
  private static boolean isWrittenPlainly(String text, byte[] bytes) {
    return JsonStrings.quoted(text).length == bytes.length + 2;
  }

  private void put(String text, byte[] bytes) {
    int slot = slot(bytes, 0, bytes.length);
    while (texts[slot] != null) {
      slot = (slot + 1) & mask;
    }
    texts[slot] = text;
    utf8[slot] = bytes;
  }

  /** The same as {@link JsonValue#text}; for a known text always the same object. */
  public String text(JsonValue value) {
    byte[] json = value.json();
    int quote = json[value.from()] == '"' ? 1 : 0;
    String known = find(json, value.from() + quote, value.to() - quote);
    return known == null ? value.text() : known;
  }

  private @Nullable String find(byte[] json, int from, int to) {
    if (from == to) {
      return null;
    }
    int slot = slot(json, from, to);
    while (texts[slot] != null
        && !Arrays.equals(utf8[slot], 0, utf8[slot].length, json, from, to)) {
      slot = (slot + 1) & mask;
    }
    return texts[slot];
  }

  private int slot(byte[] bytes, int from, int to) {
    int hash = (to - from) * 961 + bytes[from] * 31 + bytes[to - 1];
    return (hash ^ (hash >>> 5)) & mask;
  }
}
