// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * The snapshot of {@link EventSerializer} in savepoints. Version 1: one boolean, whether keys
 * follow (false in state). A different layout of the event's bytes gets a different version.
 */
public final class EventSerializerSnapshot implements TypeSerializerSnapshot<Event> {
  private static final int VERSION = 1;

  private boolean carriesKey;

  /** For Flink, which reads it with {@link #readSnapshot}. */
  public EventSerializerSnapshot() {}

  EventSerializerSnapshot(boolean carriesKey) {
    this.carriesKey = carriesKey;
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeBoolean(carriesKey);
  }

  @Override
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    if (readVersion != VERSION) {
      throw new IOException("Unsupported version of event bytes: " + readVersion);
    }
    carriesKey = in.readBoolean();
  }

  @Override
  public TypeSerializer<Event> restoreSerializer() {
    return new EventSerializer(carriesKey);
  }

  @Override
  public TypeSerializerSchemaCompatibility<Event> resolveSchemaCompatibility(
      TypeSerializerSnapshot<Event> oldSnapshot) {
    return oldSnapshot instanceof EventSerializerSnapshot old && old.carriesKey == carriesKey
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
