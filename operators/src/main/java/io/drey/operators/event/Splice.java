package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Changes one object by cutting its bytes and putting pieces in between. */
final class Splice {
  private Splice() {}

  /** Puts a value where the member of that name stands, or appends a member. */
  static byte[] with(byte[] json, Members members, FieldName name, byte[] value) {
    int found = members.find(json, name);
    if (found < 0) {
      return append(json, members, name, value);
    }
    for (int i = 0; i < found; i++) {
      if (members.isNamed(i, json, name)) {
        byte[] single = without(json, members, i, found, name);
        return with(single, EventReader.membersOf(single), name, value);
      }
    }
    return join(json, members.valueStart(found), value, members.valueEnd(found));
  }

  private static byte[] append(byte[] json, Members members, FieldName name, byte[] value) {
    StringBuilder member = new StringBuilder(name.text().length() + 4);
    if (members.count() > 0) {
      member.append(',');
    }
    JsonStrings.encode(name.text(), member);
    byte[] nameBytes = member.append(':').toString().getBytes(UTF_8);
    byte[] added = join(nameBytes, nameBytes.length, value, nameBytes.length);
    int at = members.count() == 0 ? 1 : members.valueEnd(members.count() - 1);
    return join(json, at, added, at);
  }

  /** {@code json[0, to) + piece + json[from, end)}. */
  private static byte[] join(byte[] json, int to, byte[] piece, int from) {
    byte[] joined = new byte[to + piece.length + json.length - from];
    System.arraycopy(json, 0, joined, 0, to);
    System.arraycopy(piece, 0, joined, to, piece.length);
    System.arraycopy(json, from, joined, to + piece.length, json.length - from);
    return joined;
  }

  /** Takes out every member that has one of the names, with the comma that goes with it. */
  static byte[] without(byte[] json, Members members, String... names) {
    byte[] rest = json;
    Members found = members;
    for (String text : names) {
      FieldName name = new FieldName(text);
      if (found.find(rest, name) >= 0) {
        rest = without(rest, found, 0, found.count(), name);
        found = EventReader.membersOf(rest);
      }
    }
    return rest;
  }

  /** Takes out the members of that name among {@code [first, last)}. */
  private static byte[] without(byte[] json, Members members, int first, int last, FieldName name) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(json.length);
    int count = members.count();
    kept.write(json, 0, members.nameStart(0) - 1);
    boolean any = false;
    for (int i = 0; i < count; i++) {
      if (i >= first && i < last && members.isNamed(i, json, name)) {
        continue;
      }
      int from = any ? members.valueEnd(i - 1) : members.nameStart(i) - 1;
      kept.write(json, from, members.valueEnd(i) - from);
      any = true;
    }
    int tail = members.valueEnd(count - 1);
    kept.write(json, tail, json.length - tail);
    return kept.toByteArray();
  }
}
