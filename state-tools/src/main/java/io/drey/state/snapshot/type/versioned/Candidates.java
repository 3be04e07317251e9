// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formats that bytes may have: the first that fits them from start to end is theirs. */
record Candidates(List<VersionedFormat> formats) {
  private static final byte[] VERSION = JsonWriter.encodedName("version");
  private static final byte[] BYTES = JsonWriter.encodedName("bytes");

  static Candidates of(VersionedFormat... formats) {
    return new Candidates(List.of(formats));
  }

  /** Writes an object; where no format fits, of the version and the bytes. */
  void write(int version, ByteReader bytes, ValueSink out) {
    out.beginObject();
    writeMembers(version, bytes, out, layout(version, bytes));
    out.endObject();
  }

  /**
   * The same, with the version before all else.
   *
   * @return whether {@link #encodeVersioned} encodes the object again
   */
  boolean writeVersioned(int version, ByteReader bytes, ValueSink out) {
    Layout layout = layout(version, bytes);
    out.beginObject();
    if (layout != null) {
      writeVersion(version, out);
    }
    writeMembers(version, bytes, out, layout);
    out.endObject();
    return layout == null || layout.isEncoded();
  }

  /**
   * Encodes an object with its version, the length of the bytes and the bytes: the mirror of {@link
   * #writeVersioned}.
   *
   * @throws UnfitValueException if no format has such objects
   */
  void encodeVersioned(@Nullable Object value, ByteWriter out) {
    Map<Object, @Nullable Object> members = new LinkedHashMap<>(Given.members(value));
    int version =
        (int) Given.integer(members.remove("version"), Integer.MIN_VALUE, Integer.MAX_VALUE);
    out.writeInt(version);
    UnfitValueException unfit = null;
    for (VersionedFormat format : formats) {
      Layout layout = format.layouts().get(version);
      if (layout != null && layout.isOf(members)) {
        try {
          Framing.write(bytes -> layout.encode(members, bytes), out);
          return;
        } catch (UnfitValueException e) {
          unfit = unfit == null ? e : unfit;
        }
      }
    }
    if (unfit != null) {
      throw unfit;
    }
    if (!members.keySet().equals(Set.of("bytes"))) {
      throw new UnfitValueException("an object of a format that is known", value);
    }
    BytesType.BYTES.encode(members.get("bytes"), out);
  }

  private static void writeMembers(
      int version, ByteReader bytes, ValueSink out, @Nullable Layout layout) {
    if (layout == null) {
      writeVersion(version, out);
      out.name(BYTES);
      out.base64(bytes.bytes(), bytes.position(), (int) bytes.remaining());
    } else {
      layout.writeMembers(bytes, out);
    }
  }

  private static void writeVersion(int version, ValueSink out) {
    out.name(VERSION);
    out.number(version);
  }

  private @Nullable Layout layout(int version, ByteReader bytes) {
    for (VersionedFormat format : formats) {
      Layout layout = format.layouts().get(version);
      if (layout != null && fits(layout, bytes)) {
        return layout;
      }
    }
    return null;
  }

  private static boolean fits(Layout layout, ByteReader bytes) {
    int from = bytes.position();
    try {
      layout.skip(bytes);
      return bytes.isAtEnd();
    } catch (SavepointException e) {
      return false;
    } finally {
      bytes.position(from);
    }
  }
}
