// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Whether it is malformed, one byte; its time, an int64; then the event as on the wire. Never part
 * of state: a record goes no further than to the operator behind its source.
 */
public final class InputRecordSerializer extends TypeSerializerSingleton<InputRecord> {
  private static final long serialVersionUID = 1L;

  private final TypeSerializer<Event> events =
      EventTypeInfo.STREAM.createSerializer(new SerializerConfigImpl());

  @Override
  public void serialize(InputRecord record, DataOutputView target) throws IOException {
    target.writeBoolean(record.isMalformed());
    target.writeLong(record.time());
    events.serialize(record.event(), target);
  }

  @Override
  public InputRecord deserialize(DataInputView source) throws IOException {
    return deserialize(createInstance(), source);
  }

  @Override
  public InputRecord deserialize(InputRecord reuse, DataInputView source) throws IOException {
    boolean malformed = source.readBoolean();
    long time = source.readLong();
    return reuse.set(events.deserialize(source), malformed, time);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    target.writeBoolean(source.readBoolean());
    target.writeLong(source.readLong());
    events.copy(source, target);
  }

  @Override
  public InputRecord createInstance() {
    return new InputRecord();
  }

  @Override
  public InputRecord copy(InputRecord from) {
    return copy(from, createInstance());
  }

  @Override
  public InputRecord copy(InputRecord from, InputRecord reuse) {
    return reuse.set(from.event(), from.isMalformed(), from.time());
  }

  /** Records vary in length. */
  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public TypeSerializerSnapshot<InputRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** The snapshot of a serializer without parameters. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<InputRecord> {
    public Snapshot() {
      super(InputRecordSerializer::new);
    }
  }
}
