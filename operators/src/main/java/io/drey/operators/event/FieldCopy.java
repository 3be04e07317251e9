// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Appends fields of one event to those of another, and a number to both. The bytes are copied
 * unchanged; of duplicate fields the one that counts is copied.
 */
public final class FieldCopy implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final byte[] NONE = {};

  private final FieldPath @Nullable [] copied;
  private final boolean isNested;
  private final FieldPath number;

  private FieldCopy(FieldPath @Nullable [] copied, FieldPath number) {
    this.copied = copied;
    this.isNested = copied != null && Arrays.stream(copied).anyMatch(FieldPath::isDotted);
    this.number = number;
  }

  /**
   * Copies the fields that the target lacks, in their order.
   *
   * @param number the number's field
   */
  public static FieldCopy missing(FieldPath number) {
    return new FieldCopy(null, number);
  }

  /**
   * Copies these fields, in this order; one that the target has is replaced in place.
   *
   * @param number the number's field, which is not among them
   */
  public static FieldCopy of(List<FieldPath> fields, FieldPath number) {
    return new FieldCopy(fields.stream().distinct().toArray(FieldPath[]::new), number);
  }

  /**
   * The target with the source's fields and the number.
   *
   * @param value a number in JSON, not checked
   */
  public Event copy(Event source, Event target, byte[] value) {
    boolean hasNumber = has(target, number);
    Event numbered = hasNumber ? target.withJson(number, value) : target;
    byte[] last = hasNumber ? NONE : value;
    if (isNested) {
      Event copy = copyNested(source, numbered);
      return hasNumber ? copy : copy.withJson(number, value);
    }
    int[] picks = new int[source.members().count()];
    return copied == null
        ? append(source, numbered, picks, pickMissing(source, numbered, picks), last)
        : copyNamed(copied, source, numbered, picks, last);
  }

  private static boolean has(Event event, FieldPath field) {
    return field.isDotted()
        ? event.value(field) != null
        : event.members().find(event.json(), field.literal()) >= 0;
  }

  private Event copyNested(Event source, Event target) {
    Event changed = target;
    for (FieldPath field : Objects.requireNonNull(copied)) {
      JsonValue value = source.value(field);
      changed = value == null ? changed : changed.withJson(field, value.bytes());
    }
    return changed;
  }

  private Event copyNamed(
      FieldPath[] fields, Event source, Event target, int[] picks, byte[] last) {
    Event changed = target;
    int count = 0;
    for (FieldPath field : fields) {
      FieldName name = field.literal();
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
          && !members.isNamed(i, json, number.literal())) {
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
      comma(out).put(number.literal().quoted()).put((byte) ':').put(last);
    }
    out.put(json, head, json.length - head);
    return Event.trusted(joined);
  }

  private int added(Members members, int[] picks, int count, byte[] last) {
    int added = last.length == 0 ? 0 : 1 + number.literal().quoted().length + 1 + last.length;
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
