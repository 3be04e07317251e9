package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * What only the job's classes can decode.
 *
 * @param serializer what wrote the values: a serializer of the job's
 * @param snapshotBytes how many bytes it left in the snapshot
 */
public record OpaqueType(String serializer, int snapshotBytes) implements ValueType {
  @Override
  public String text() {
    return serializer;
  }

  @Override
  public void skip(ByteReader in) {
    throw UndecodableException.ofClass(serializer);
  }

  @Override
  public void write(ByteReader in, JsonWriter json) {
    throw UndecodableException.ofClass(serializer);
  }
}
