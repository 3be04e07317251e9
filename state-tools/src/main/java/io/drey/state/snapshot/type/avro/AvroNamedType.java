// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A named type of a schema, to which other types and its own parts can refer. Equal are those of
 * the same name in equal schemas.
 */
final class AvroNamedType implements ValueType {
  private static final int DEEPEST = 200;

  private final String name;
  private final String schema;
  private ValueType defined = Scalar.NULL_VALUE;
  private String text;
  private int depth;

  /**
   * Declares a type.
   *
   * @param schema all of the schema
   */
  AvroNamedType(String name, String schema) {
    this.name = name;
    this.schema = schema;
    this.text = name;
  }

  /** Sets the type; the parts that refer to it have rendered their text with its name by now. */
  void define(ValueType type) {
    defined = type;
    text = type.text();
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public void skip(ByteReader in) {
    enter(in);
    try {
      defined.skip(in);
    } finally {
      depth--;
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    enter(in);
    try {
      defined.write(in, out);
    } finally {
      depth--;
    }
  }

  /** Encodes a value, which is not within itself. */
  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    defined.encode(value, out);
  }

  private void enter(ByteReader in) {
    if (depth >= DEEPEST) {
      throw in.malformed("values of " + name + " are nested deeper than " + DEEPEST);
    }
    depth++;
  }

  @Override
  public ValueType bare() {
    return defined;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AvroNamedType type
        && name.equals(type.name)
        && schema.equals(type.schema);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
