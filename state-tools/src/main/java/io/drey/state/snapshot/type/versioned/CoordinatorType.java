// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.Original;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.runtime.JavaObjectType;
import io.drey.state.snapshot.value.Given;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator's coordinator keeps, up to the end of the bytes. That of a source holds the
 * state of its enumerator, behind two versions and its length; that of a sink which collects
 * results, the address of its server in Java serialization. What other coordinators keep is shown
 * as bytes.
 */
public enum CoordinatorType implements ValueType {
  COORDINATOR;

  private static final int NEWEST = 1;

  /** The magic number of the format and its version. */
  private static final int JAVA_SERIALIZATION = 0xACED0005;

  private static final Candidates ENUMERATORS = new Candidates(SourceFormats.ENUMERATORS);

  @Override
  public String text() {
    return "Byte[]";
  }

  @Override
  public void skip(ByteReader in) {
    in.skip(in.remaining());
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    long from = in.offset();
    if (isOfSource(in)) {
      int format = in.readInt();
      int version = in.readInt();
      boolean isEncoded =
          ENUMERATORS.writeVersioned(version, in.slice(in.readCount()), out) && format == NEWEST;
      in.skip(in.remaining());
      if (!isEncoded) {
        writeOriginal(in, from, out);
      }
    } else if (isJavaObject(in)) {
      JavaObjectType.JAVA_OBJECT.write(in, out);
      writeOriginal(in, from, out);
    } else {
      writeBytes(in, out);
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    if (value instanceof Original original && original.type() == this) {
      out.writeBytes(original.bytes());
      return;
    }
    Map<?, ?> members = Given.members(value);
    if (members.containsKey("version")) {
      out.writeInt(NEWEST);
      ENUMERATORS.encodeVersioned(members, out);
    } else {
      out.writeBytes(Given.bytes(members.get("bytes")));
    }
  }

  private static boolean isOfSource(ByteReader in) {
    int from = in.position();
    try {
      int format = in.readInt();
      in.readInt();
      int length = in.readCount();
      // the oldest format had more behind it
      return format == 0 || (format == NEWEST && length == in.remaining());
    } catch (SavepointException e) {
      return false;
    } finally {
      in.position(from);
    }
  }

  private static boolean isJavaObject(ByteReader in) {
    int from = in.position();
    try {
      if (in.readInt() != JAVA_SERIALIZATION) {
        return false;
      }
      in.position(from);
      JavaObjectType.JAVA_OBJECT.skip(in);
      return in.isAtEnd();
    } catch (SavepointException e) {
      return false;
    } finally {
      in.position(from);
    }
  }

  private static void writeBytes(ByteReader in, ValueSink out) {
    int length = (int) in.remaining();
    out.beginObject();
    out.name("size");
    out.number(length);
    out.name("bytes");
    out.base64(in.bytes(), in.position(), length);
    out.endObject();
    in.skip(length);
  }
}
