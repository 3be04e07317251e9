// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.operators.internal.json.JsonStrings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Picks some fields of events, in a given order, and shows a nested one under its dotted name.
 *
 * <p>Not thread-safe.
 */
public final class Projection {
  /** An element is null if only the name counts. */
  private final @Nullable FieldPath[] paths;

  private final FieldName[] names;
  private final byte[][] jsonNames;

  private Projection(@Nullable FieldPath[] paths, FieldName[] names) {
    this.paths = paths;
    this.names = names;
    this.jsonNames = Arrays.stream(names).map(Projection::jsonName).toArray(byte[][]::new);
  }

  /** Picks the fields at these paths. */
  public static Projection of(List<FieldPath> fields) {
    return new Projection(
        fields.toArray(FieldPath[]::new),
        fields.stream().map(field -> new FieldName(field.text())).toArray(FieldName[]::new));
  }

  /** Picks the fields with exactly these names, dots included. */
  public static Projection ofNames(List<String> names) {
    return new Projection(
        new FieldPath[names.size()], names.stream().map(FieldName::new).toArray(FieldName[]::new));
  }

  private static byte[] jsonName(FieldName name) {
    StringBuilder json = new StringBuilder();
    JsonStrings.encode(name.text(), json);
    return json.append(':').toString().getBytes(UTF_8);
  }

  /** The number of fields that it picks. */
  public int size() {
    return names.length;
  }

  /** The name under which a field is shown. */
  public String name(int field) {
    return names[field].text();
  }

  /** The value of a field, or null if it is absent. */
  public @Nullable JsonValue value(Event event, int field) {
    FieldPath path = paths[field];
    return path == null ? event.member(names[field]) : event.value(path);
  }

  /** The event with these fields only; missing ones are skipped. */
  public Event select(Event event) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(event.length());
    try {
      writeTo(event, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return event.changed(json.toByteArray());
  }

  /** Writes the JSON of {@link #select}. */
  public void writeTo(Event event, OutputStream out) throws IOException {
    int before = '{';
    for (int i = 0; i < names.length; i++) {
      JsonValue value = value(event, i);
      if (value != null) {
        out.write(before);
        out.write(jsonNames[i]);
        value.writeTo(out);
        before = ',';
      }
    }
    if (before == '{') {
      out.write('{');
    }
    out.write('}');
  }
}
