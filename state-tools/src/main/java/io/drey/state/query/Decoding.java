// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.ValueSink;
import io.drey.state.read.Fallback;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Decodes the members of a state's rows, by their types. */
final class Decoding {
  private final Map<Member, ValueType> members;
  private final Set<Member> opaque = EnumSet.noneOf(Member.class);

  Decoding(Map<Member, ValueType> members) {
    this.members = members;
    members.forEach(
        (member, type) -> {
          if (SqlTypes.of(type) == null) {
            opaque.add(member);
          }
        });
    // the times of values can be told even where the values cannot
    opaque.remove(Member.LAST_ACCESS);
  }

  /** Writes a value. */
  interface Writing {
    void write(ByteReader in, ValueSink out);
  }

  boolean has(Member member) {
    return members.containsKey(member);
  }

  /** Writes a member by its type, and leaves the reader where it was. */
  void write(Member member, ByteReader in, ValueSink out) {
    ValueType type = members.get(member);
    if (type != null) {
      write(member, in, out, type::write);
    }
  }

  /**
   * Writes a member in its own way, and leaves the reader where it was.
   *
   * @throws UndecodableException if its type has no SQL type, even if this value can be decoded
   */
  void write(Member member, ByteReader in, ValueSink out, Writing writing) {
    if (opaque.contains(member)) {
      throw UndecodableException.ofClass(member.column());
    }
    int from = in.position();
    try {
      writing.write(in, out);
      Fallback.checkEnd(in);
    } finally {
      in.position(from);
    }
  }

  /** Returns a copy of what the reader has left. */
  static byte[] rest(ByteReader in) {
    int from = in.position();
    return Arrays.copyOfRange(in.bytes(), from, from + (int) in.remaining());
  }
}
