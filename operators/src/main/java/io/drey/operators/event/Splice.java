// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.io.ByteArrayOutputStream;
import java.util.function.IntPredicate;

/** Changes one object by cutting its bytes and putting pieces in between. */
final class Splice {
  private Splice() {}

  /** Replaces the value of the member with that name, or appends a member. */
  static Event with(Event event, FieldName name, byte[] value) {
    byte[] json = event.json();
    Members members = event.members();
    int counts = members.find(json, name);
    if (counts < 0) {
      return append(json, members, name, value);
    }
    if (members.findBefore(counts, json, name) < 0) {
      return replace(json, members, counts, value);
    }
    byte[] single = cut(json, members, i -> i != counts && members.isNamed(i, json, name));
    return with(Event.trusted(single), name, value);
  }

  private static Event replace(byte[] json, Members members, int member, byte[] value) {
    int start = members.valueStart(member);
    int end = members.valueEnd(member);
    int shift = value.length - (end - start);
    byte[] joined = new byte[json.length + shift];
    System.arraycopy(json, 0, joined, 0, start);
    System.arraycopy(value, 0, joined, start, value.length);
    System.arraycopy(json, end, joined, end + shift, json.length - end);
    return Event.scanned(joined, members.stretched(member, shift));
  }

  private static Event append(byte[] json, Members members, FieldName name, byte[] value) {
    byte[] quoted = name.quoted();
    int last = members.count() - 1;
    int head = last < 0 ? 1 : members.valueEnd(last);
    int nameAt = last < 0 ? head : head + 1;
    int valueAt = nameAt + quoted.length + 1;
    int tail = valueAt + value.length;
    byte[] joined = new byte[tail + json.length - head];
    System.arraycopy(json, 0, joined, 0, head);
    joined[head] = ',';
    System.arraycopy(quoted, 0, joined, nameAt, quoted.length);
    joined[valueAt - 1] = ':';
    System.arraycopy(value, 0, joined, valueAt, value.length);
    System.arraycopy(json, head, joined, tail, json.length - head);
    return Event.scanned(joined, members.appended(name, nameAt + 1, valueAt, tail));
  }

  /** Removes every member with one of the names, together with its comma. */
  static Event without(Event event, FieldName... names) {
    byte[] json = event.json();
    Members members = event.members();
    for (FieldName name : names) {
      if (members.find(json, name) >= 0) {
        return Event.trusted(cut(json, members, i -> isNamed(i, json, members, names)));
      }
    }
    return event;
  }

  private static boolean isNamed(int member, byte[] json, Members members, FieldName[] names) {
    for (FieldName name : names) {
      if (members.isNamed(member, json, name)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] cut(byte[] json, Members members, IntPredicate goes) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream(json.length);
    rest.write(json, 0, members.nameStart(0) - 1);
    boolean first = true;
    for (int i = 0; i < members.count(); i++) {
      if (!goes.test(i)) {
        int from = first ? members.nameStart(i) - 1 : members.valueEnd(i - 1);
        rest.write(json, from, members.valueEnd(i) - from);
        first = false;
      }
    }
    int tail = members.valueEnd(members.count() - 1);
    rest.write(json, tail, json.length - tail);
    return rest.toByteArray();
  }
}
