// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The only split of a state, since one reader reads all of its files. */
enum WholeState implements SourceSplit {
  SPLIT;

  @Override
  public String splitId() {
    return "all";
  }

  /** Writes nothing, since there is only one split. */
  static final class Serializer implements SimpleVersionedSerializer<WholeState> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(WholeState split) {
      return new byte[0];
    }

    @Override
    public WholeState deserialize(int version, byte[] serialized) {
      return SPLIT;
    }
  }
}
