// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.sort.Records;
import java.util.Arrays;

/**
 * A member of a list, encoded so that the members of one list sort together: the key group, the key
 * that has the list, which is empty if the key group has it, and the member.
 */
final class Place {
  private static final ByteReader NO_OWNER = ByteReader.views();

  private final ByteWriter bytes = new ByteWriter();
  private int memberAt;

  /** Sets it to a key in the list of a key group. */
  Place ofKey(int group, ByteReader key) {
    return of(group, NO_OWNER, key);
  }

  /** Sets it to a map key in the list of a key. */
  Place of(int group, ByteReader owner, ByteReader member) {
    bytes.clear();
    bytes.writeShort(group);
    bytes.writeInt((int) owner.remaining());
    bytes.writeBytes(owner);
    memberAt = bytes.size();
    bytes.writeInt((int) member.remaining());
    bytes.writeBytes(member);
    return this;
  }

  /** Sets it to the value of a record. */
  Place ofValue(Records record) {
    return of(record.bytes(), record.valueFrom(), record.valueTo());
  }

  /** Sets it to the bytes of another one, which may be followed by others. */
  Place of(byte[] encoded, int from, int to) {
    bytes.clear();
    bytes.writeBytes(encoded, from, to - from);
    ByteReader in = ByteReader.views();
    in.wrap("places", bytes.buffer(), bytes.size());
    in.skip(Short.BYTES);
    in.skip(in.readInt());
    memberAt = in.position();
    in.skip(in.readInt());
    bytes.truncate(in.position());
    return this;
  }

  int group() {
    ByteReader in = reader();
    return in.readUnsignedShort();
  }

  ByteReader owner() {
    ByteReader in = reader();
    in.skip(Short.BYTES);
    return part(in);
  }

  ByteReader member() {
    ByteReader in = reader();
    in.position(memberAt);
    return part(in);
  }

  private ByteReader reader() {
    ByteReader in = ByteReader.views();
    in.wrap("places", bytes.buffer(), bytes.size());
    return in;
  }

  private static ByteReader part(ByteReader in) {
    int length = in.readInt();
    ByteReader part = ByteReader.views();
    part.view(in, in.position(), in.position() + length);
    return part;
  }

  byte[] buffer() {
    return bytes.buffer();
  }

  int size() {
    return bytes.size();
  }

  /** Adds it to a key that sorts by it. */
  void writeTo(ByteWriter out) {
    out.writeBytes(bytes.buffer(), 0, bytes.size());
  }

  /** Adds only the list to a key that sorts by it. */
  void writeListTo(ByteWriter out) {
    out.writeBytes(bytes.buffer(), 0, memberAt);
  }

  /** Whether another member is in the same list. */
  boolean isInListOf(Place other) {
    return Arrays.equals(buffer(), 0, memberAt, other.buffer(), 0, other.memberAt);
  }
}
