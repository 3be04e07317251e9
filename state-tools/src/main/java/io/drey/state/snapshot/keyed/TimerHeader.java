// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.StateHeader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.registry.SnapshotWriter;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.type.TimerType;
import io.drey.state.snapshot.type.ValueType;
import java.util.Map;

/** The types of a timer service's timers. */
record TimerHeader(Part key, Part namespace) {
  private static final String SERIALIZER =
      "org.apache.flink.streaming.api.operators.TimerSerializer";

  /**
   * A type.
   *
   * @param snapshot the snapshot of its serializer, without the number of its framing
   */
  record Part(ValueType type, SnapshotBytes snapshot) {
    /** The snapshot with that number, as it is in a header. */
    ByteWriter framed() {
      ByteWriter out = new ByteWriter();
      out.writeInt(SnapshotBody.FRAMING);
      snapshot.write(out);
      return out;
    }
  }

  /** Returns the description of the timers as a state of a state backend. */
  StateHeader of(String name) {
    ValueType type = TimerType.sorted(key.type(), namespace.type());
    int version = key.snapshot().metadataVersion();
    SnapshotWriter writer = new SnapshotWriter(version);
    writer.keep(key.type(), key.framed().bytes());
    writer.keep(namespace.type(), namespace.framed().bytes());
    ByteWriter out = new ByteWriter();
    writer.write(type, out);
    return new StateHeader(
        name,
        Backing.PRIORITY_QUEUE,
        Map.of(),
        Map.of(StateHeader.VALUE, type),
        Map.of(StateHeader.VALUE, SERIALIZER),
        Map.of(StateHeader.VALUE, SnapshotBytes.of(out, version)));
  }
}
