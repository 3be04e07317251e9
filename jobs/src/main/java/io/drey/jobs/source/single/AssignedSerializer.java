// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: one byte, 1 if assigned. */
public final class AssignedSerializer implements SimpleVersionedSerializer<Assigned> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(Assigned assigned) {
    return new byte[] {(byte) (assigned == Assigned.YES ? 1 : 0)};
  }

  @Override
  public Assigned deserialize(int version, byte[] serialized) throws IOException {
    if (version != VERSION) {
      throw new IOException("Unsupported version of an assignment: " + version);
    }
    return serialized[0] == 1 ? Assigned.YES : Assigned.NO;
  }
}
