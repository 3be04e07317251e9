// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.Original;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elements of the lists in which sources and sinks keep their state: byte arrays that hold a
 * version, a length and that many bytes. What is no such array is shown as bytes.
 */
public enum StateBytes implements ValueType {
  /** What readers of sources have been assigned, and how far they have come. */
  SPLITS(SourceFormats.SPLITS),
  /** What writers of sinks go on with. */
  WRITERS(SinkFormats.WRITERS),
  /** What committers of sinks have to commit. */
  COMMITTABLES(SinkFormats.COMMITTABLES),
  /** What the compaction of files has to do. */
  COMPACTION(List.of(FileSinkFormats.COMMITTABLE, FileSinkFormats.REMAINING_REQUESTS));

  private static final Map<String, StateBytes> BY_STATE =
      Map.of(
          "SourceReaderState", SPLITS,
          "writer_raw_states", WRITERS,
          "streaming_committer_raw_states", COMMITTABLES,
          "remaining_compact_commit_raw_state", COMPACTION,
          "remaining_requests_raw_state", COMPACTION);

  @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
  private final Candidates candidates;

  StateBytes(List<VersionedFormat> formats) {
    this.candidates = new Candidates(formats);
  }

  /** The type of the elements of a list of byte arrays; null if it is no source's or sink's. */
  public static @Nullable StateBytes of(String state) {
    return BY_STATE.get(state);
  }

  @Override
  public String text() {
    return BytesType.BYTES.text();
  }

  @Override
  public void skip(ByteReader in) {
    BytesType.BYTES.skip(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    int start = in.position();
    long from = in.offset();
    ByteReader array = in.slice(in.readCount());
    if (isVersioned(array)) {
      int version = array.readInt();
      if (!candidates.writeVersioned(version, array.slice(array.readCount()), out)) {
        writeOriginal(in, from, out);
      }
    } else {
      in.position(start);
      BytesType.BYTES.write(in, out);
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    if (value instanceof Original original && original.type() == this) {
      out.writeBytes(original.bytes());
    } else if (value instanceof Map) {
      Framing.write(array -> candidates.encodeVersioned(value, array), out);
    } else {
      BytesType.BYTES.encode(value, out);
    }
  }

  private static boolean isVersioned(ByteReader array) {
    try {
      array.readInt();
      return array.readCount() == array.remaining();
    } catch (SavepointException e) {
      return false;
    } finally {
      array.position(0);
    }
  }
}
