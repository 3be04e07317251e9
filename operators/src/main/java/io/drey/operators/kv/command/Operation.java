// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operation of a command. */
public enum Operation {
  SET,
  GET,
  DELETE,
  UPDATE,
  LIST,
  LIST_GROUPS,
  CLEAR;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** Its name in commands and answers. */
  public String text() {
    return text;
  }

  /** The operation of that name, or null if there is none. */
  public static @Nullable Operation named(String text) {
    return switch (text) {
      case "set" -> SET;
      case "get" -> GET;
      case "delete" -> DELETE;
      case "update" -> UPDATE;
      case "list" -> LIST;
      case "list_groups" -> LIST_GROUPS;
      case "clear" -> CLEAR;
      default -> null;
    };
  }

  /** Whether it concerns one entry, and so needs a key. */
  public boolean hasKey() {
    return switch (this) {
      case SET, GET, DELETE, UPDATE -> true;
      case LIST, LIST_GROUPS, CLEAR -> false;
    };
  }
}
