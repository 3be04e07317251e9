// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.ValueTree;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.ttl.TtlValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is decoded into a tree is encoded as the bytes that it was decoded from. */
class TreeEncodingTest {
  private static final String TESTS = "io.drey.state.snapshot.type.";

  private final ValueTree tree = new ValueTree();

  @ParameterizedTest(name = "{1} {3}")
  @MethodSource(TESTS + "EncodingTest#values")
  <T> void losesNothing(TypeSerializer<T> serializer, String text, T value, String json)
      throws IOException {
    DataOutputSerializer bytes = new DataOutputSerializer(64);
    serializer.serialize(value, bytes);
    ValueType type = SerializersTest.type(serializer);

    type.write(ByteReader.of("value", bytes.getCopyOfBuffer()), tree);
    Object decoded = tree.take();
    ByteWriter encoded = new ByteWriter();
    type.encode(
        value instanceof TtlValue<?> ttl
            ? new io.drey.state.snapshot.value.TtlValue(ttl.getLastAccessTimestamp(), decoded)
            : decoded,
        encoded);

    assertThat(encoded.bytes()).as(text + " " + json).isEqualTo(bytes.getCopyOfBuffer());
  }
}
