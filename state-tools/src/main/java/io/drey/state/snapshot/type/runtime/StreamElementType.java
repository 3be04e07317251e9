// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.runtime;

import io.drey.state.json.JsonMembers;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;

/** Elements of streams that an operator keeps: records, watermarks, and what else flows by. */
record StreamElementType(ValueType record) implements ValueType {
  private static final int RECORD_WITH_TIMESTAMP = 0;
  private static final int RECORD = 1;
  private static final int WATERMARK = 2;
  private static final int LATENCY_MARKER = 3;
  private static final int STATUS = 4;
  private static final int ATTRIBUTES = 5;
  private static final int WATERMARK_OF_SUBPARTITION = 6;

  @Override
  public String text() {
    return "StreamElement<" + record.text() + ">";
  }

  @Override
  public void skip(ByteReader in) {
    int tag = in.readByte();
    switch (tag) {
      case RECORD_WITH_TIMESTAMP -> {
        in.skip(Long.BYTES);
        record.skip(in);
      }
      case RECORD -> record.skip(in);
      case WATERMARK -> in.skip(Long.BYTES);
      case LATENCY_MARKER -> in.skip(3 * Long.BYTES + Integer.BYTES);
      case STATUS -> in.skip(Integer.BYTES);
      case ATTRIBUTES -> in.readBoolean();
      case WATERMARK_OF_SUBPARTITION -> in.skip(Integer.BYTES + Long.BYTES);
      default -> throw in.malformed("unknown kind of an element of a stream: " + tag);
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    JsonMembers members = new JsonMembers(out);
    out.beginObject();
    int tag = in.readByte();
    switch (tag) {
      case RECORD_WITH_TIMESTAMP -> {
        instant("timestamp", in, out);
        value(in, out);
      }
      case RECORD -> value(in, out);
      case WATERMARK -> instant("watermark", in, out);
      case LATENCY_MARKER -> latencyMarker(in, out, members);
      case STATUS -> members.bool("idle", in.readInt() != 0);
      case ATTRIBUTES -> members.bool("backlog", in.readBoolean());
      case WATERMARK_OF_SUBPARTITION -> {
        members.number("subpartition", in.readInt());
        instant("watermark", in, out);
      }
      default -> throw in.malformed("unknown kind of an element of a stream: " + tag);
    }
    out.endObject();
  }

  private void value(ByteReader in, ValueSink out) {
    out.name("record");
    record.write(in, out);
  }

  private static void latencyMarker(ByteReader in, ValueSink out, JsonMembers members) {
    instant("marked", in, out);
    long low = in.readLong();
    members.text("source", "%016x%016x".formatted(in.readLong(), low));
    members.number("subtask", in.readInt());
  }

  private static void instant(String name, ByteReader in, ValueSink out) {
    out.name(name);
    out.instant(in.readLong());
  }
}
