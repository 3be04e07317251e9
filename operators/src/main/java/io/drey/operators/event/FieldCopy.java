// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends fields of one event to those of another, and a number to both. The bytes are copied
 * unchanged; of duplicate fields the one that counts is copied.
 */
public final class FieldCopy implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final byte[] NONE = {};

  private final FieldName @Nullable [] copied;
  private final FieldName number;

  private FieldCopy(FieldName @Nullable [] copied, FieldName number) {
    this.copied = copied;
    this.number = number;
  }

  /**
   * Copies the fields that the target lacks, in their order.
   *
   * @param number the name of the number's field
   */
  public static FieldCopy missing(String number) {
    return new FieldCopy(null, new FieldName(number));
  }

  /**
   * Copies the fields of exactly these names, in this order; one that the target has is replaced in
   * place.
   *
   * @param number the name of the number's field, which is not among them
   */
  public static FieldCopy of(List<String> names, String number) {
    FieldName[] copied = names.stream().distinct().map(FieldName::new).toArray(FieldName[]::new);
    return new FieldCopy(copied, new FieldName(number));
  }

  /** The target with the source's fields and the number. */
  public Event copy(Event source, Event target, long value) {
    byte[] digits = Long.toString(value).getBytes(ISO_8859_1);
    boolean hasNumber = target.members().find(target.json(), number) >= 0;
    Event numbered = hasNumber ? Splice.with(target, number, digits) : target;
    byte[] last = hasNumber ? NONE : digits;
    int[] picks = new int[source.members().count()];
    return copied == null
        ? append(source, numbered, picks, pickMissing(source, numbered, picks), last)
        : copyNamed(copied, source, numbered, picks, last);
  }

  private Event copyNamed(FieldName[] names, Event source, Event target, int[] picks, byte[] last) {
    Event changed = target;
    int count = 0;
    for (FieldName name : names) {
      int member = source.members().find(source.json(), name);
      if (member >= 0 && changed.members().find(changed.json(), name) >= 0) {
        changed = Splice.with(changed, name, source.valueAt(member).bytes());
      } else if (member >= 0) {
        picks[count++] = member;
      }
    }
    return append(source, changed, picks, count, last);
  }

  private int pickMissing(Event source, Event target, int[] picks) {
    Members members = source.members();
    byte[] json = source.json();
    int count = 0;
    for (int i = 0; i < picks.length; i++) {
      boolean counts = members.findNamedAs(members, i, json, json, i + 1) < 0;
      if (counts
          && target.members().findNamedAs(members, i, json, target.json(), 0) < 0
          && !members.isNamed(i, json, number)) {
        picks[count++] = i;
      }
    }
    return count;
  }

  private Event append(Event source, Event target, int[] picks, int count, byte[] last) {
    byte[] json = target.json();
    int fields = target.members().count();
    int head = fields == 0 ? 1 : target.members().valueEnd(fields - 1);
    int added = added(source.members(), picks, count, last);
    byte[] joined = new byte[json.length + added - (fields == 0 && added > 0 ? 1 : 0)];
    ByteBuffer out = ByteBuffer.wrap(joined).put(json, 0, head);
    for (int i = 0; i < count; i++) {
      int from = start(source.members(), picks[i]);
      comma(out).put(source.json(), from, source.members().valueEnd(picks[i]) - from);
    }
    if (last.length > 0) {
      comma(out).put(number.quoted()).put((byte) ':').put(last);
    }
    out.put(json, head, json.length - head);
    return Event.trusted(joined);
  }

  private int added(Members members, int[] picks, int count, byte[] last) {
    int added = last.length == 0 ? 0 : 1 + number.quoted().length + 1 + last.length;
    for (int i = 0; i < count; i++) {
      added += 1 + members.valueEnd(picks[i]) - start(members, picks[i]);
    }
    return added;
  }

  /** Where a member begins: at the quote of its name. */
  private static int start(Members members, int member) {
    return members.nameStart(member) - 1;
  }

  /** The comma between two fields; none after the opening brace. */
  private static ByteBuffer comma(ByteBuffer out) {
    return out.position() == 1 ? out : out.put((byte) ',');
  }
}
