// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueTree;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.groups.SinkCommitterMetricGroup;
import org.apache.flink.runtime.metrics.groups.InternalSinkCommitterMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.streaming.api.connector.sink2.CommittableSummary;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.runtime.operators.sink.committables.CommittableCollector;
import org.apache.flink.streaming.runtime.operators.sink.committables.CommittableCollectorSerializer;

/** Shows what serializers write, with single quotes. */
final class Versioned {
  private static final SinkCommitterMetricGroup METRICS =
      InternalSinkCommitterMetricGroup.wrap(
          UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup());

  private Versioned() {}

  /** Shows an element of a list. */
  static <T> String list(StateBytes list, SimpleVersionedSerializer<T> serializer, T value)
      throws IOException {
    return array(list, SimpleVersionedSerialization.writeVersionAndSerialize(serializer, value));
  }

  /** Shows an element of a list. */
  static String list(StateBytes list, int version, byte[] bytes) {
    return array(
        list,
        ByteBuffer.allocate(2 * Integer.BYTES + bytes.length)
            .putInt(version)
            .putInt(bytes.length)
            .put(bytes)
            .array());
  }

  /** Shows an array of bytes that is an element of a list. */
  static String array(StateBytes list, byte[] array) {
    return shown(
        list,
        ByteBuffer.allocate(Integer.BYTES + array.length).putInt(array.length).put(array).array());
  }

  /** Shows the state of a source's coordinator. */
  static String coordinator(int version, byte[] bytes) {
    return shown(CoordinatorType.COORDINATOR, coordinatorBytes(version, bytes));
  }

  /** Shows a committer's state that holds one committable. */
  static <T> String collector(SimpleVersionedSerializer<T> serializer, T committable)
      throws IOException {
    CommittableCollector<T> collector = CommittableCollector.of(METRICS);
    collector.addMessage(new CommittableSummary<>(0, 1, 5, 1, 0));
    collector.addMessage(new CommittableWithLineage<>(committable, 5, 0));
    return list(
        StateBytes.COMMITTABLES,
        new CommittableCollectorSerializer<>(serializer, 0, 1, METRICS),
        collector);
  }

  static byte[] utf(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DataOutputStream(bytes).writeUTF(text);
    return bytes.toByteArray();
  }

  private static byte[] coordinatorBytes(int version, byte[] bytes) {
    return ByteBuffer.allocate(3 * Integer.BYTES + bytes.length)
        .putInt(1)
        .putInt(version)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  /** Shows bytes of a type, all of which it has to read. */
  static String shown(ValueType type, byte[] bytes) {
    ByteReader in = ByteReader.of("test", bytes);
    type.skip(in);
    if (!in.isAtEnd()) {
      throw new AssertionError("Skips " + in.position() + " of " + bytes.length);
    }
    in.position(0);
    JsonWriter json = new JsonWriter();
    type.write(in, json);
    if (!in.isAtEnd()) {
      throw new AssertionError("Reads " + in.position() + " of " + bytes.length);
    }
    checkEncoding(type, bytes);
    return json.toString().replace('"', '\'');
  }

  /** What is decoded has to be encoded as the same bytes. */
  private static void checkEncoding(ValueType type, byte[] bytes) {
    ValueTree tree = ValueTree.withOriginalTexts();
    type.write(ByteReader.of("test", bytes), tree);
    ByteWriter encoded = new ByteWriter();
    type.encode(tree.take(), encoded);
    assertThat(encoded.bytes()).isEqualTo(bytes);
  }
}
