package io.drey.state.query;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** All of a state is one split, since each file is read from its beginning to its end. */
enum WholeState implements SourceSplit {
  SPLIT;

  @Override
  public String splitId() {
    return "all";
  }

  /** Writes nothing: there is one. */
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
