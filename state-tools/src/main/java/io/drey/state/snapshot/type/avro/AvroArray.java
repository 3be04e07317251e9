package io.drey.state.snapshot.type.avro;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.kryo.KryoInput;

/** Arrays: blocks of elements behind their count, up to an empty one. */
record AvroArray(ValueType element) implements ValueType {
  @Override
  public String text() {
    return "List<" + element.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    for (int rest; (rest = readCount(in)) > 0; ) {
      for (; rest > 0; rest--) {
        element.skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, JsonWriter json) {
    json.beginArray();
    for (int rest; (rest = readCount(in)) > 0; ) {
      for (; rest > 0; rest--) {
        element.write(in, json);
      }
    }
    json.endArray();
  }

  /** The length of a block, whose elements take a byte each at least. */
  static int readCount(ByteReader in) {
    int count = KryoInput.readVarint(in);
    if (count < 0 || count > in.remaining()) {
      throw in.malformed("a count is " + count);
    }
    return count;
  }
}
