// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of the ops of an {@link Update}. */
public enum OpType {
  APPEND,
  DECREMENT,
  INCREMENT,
  MERGE,
  REMOVE,
  SET,
  TEST;

  private static final Map<String, OpType> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(OpType::text, type -> type));

  /** Their names, for messages. */
  static final String KNOWN =
      Arrays.stream(values()).map(OpType::text).collect(Collectors.joining(", "));

  private final String text = name().toLowerCase(Locale.ROOT);

  /** Its name in JSON. */
  public String text() {
    return text;
  }

  /** The type of that name; null if there is none. */
  static @Nullable OpType named(String text) {
    return BY_TEXT.get(text);
  }
}
