// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Writes the members of objects, each a name and a value. */
public record JsonMembers(ValueSink json) {
  public void text(String name, @Nullable String text) {
    json.name(name);
    if (text == null) {
      json.nullValue();
    } else {
      json.text(text);
    }
  }

  public void number(String name, long number) {
    json.name(name);
    json.number(number);
  }

  public void bool(String name, boolean value) {
    json.name(name);
    json.bool(value);
  }

  /** Writes a value that is JSON already; null if there is none. */
  public void value(String name, @Nullable String value) {
    json.name(name);
    if (value == null) {
      json.nullValue();
    } else {
      byte[] utf8 = value.getBytes(UTF_8);
      json.raw(utf8, 0, utf8.length);
    }
  }
}
