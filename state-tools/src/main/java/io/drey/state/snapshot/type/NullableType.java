package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * What may be null: a flag, then the value, or padding that makes null as large as a value.
 *
 * @param padding the bytes that follow the flag of a null
 */
public record NullableType(ValueType value, int padding) implements ValueType {
  @Override
  public String text() {
    return value.text();
  }

  @Override
  public void skip(ByteReader in) {
    if (in.readBoolean()) {
      in.skip(padding);
    } else {
      value.skip(in);
    }
  }

  @Override
  public void write(ByteReader in, JsonWriter json) {
    if (in.readBoolean()) {
      in.skip(padding);
      json.nullValue();
    } else {
      value.write(in, json);
    }
  }

  @Override
  public int size() {
    return padding > 0 ? 1 + padding : VARIABLE;
  }

  @Override
  public ValueType bare() {
    return value.bare();
  }
}
