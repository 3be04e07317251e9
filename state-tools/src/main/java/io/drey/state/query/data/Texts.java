// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import io.drey.state.json.JsonWriter;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/** Scalars as text: a string's content, or the JSON. */
final class Texts {
  private Texts() {}

  static StringData of(Object value) {
    if (value instanceof StringData text) {
      return text;
    }
    if (value instanceof CharSequence text) {
      return StringData.fromString(text.toString());
    }
    if (value instanceof byte[] bytes) {
      JsonWriter json = new JsonWriter();
      json.base64(bytes, 0, bytes.length);
      return Json.text(json.buffer(), 0, json.size());
    }
    if (value instanceof TimestampData time) {
      JsonWriter json = new JsonWriter();
      json.instant(time.getMillisecond());
      return Json.text(json.buffer(), 0, json.size());
    }
    return StringData.fromString(value.toString());
  }
}
