// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.RowKinds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows: a bit mask, highest bit first, of the row kind (two bits, in newer versions) and of the
 * fields that are null, then the other fields. The serializer snapshot has no field names.
 */
public record RowType(List<Field> fields, boolean hasKind) implements RecordType {
  private static final int KIND_BITS = 2;

  @Override
  public String text() {
    return "Row<" + FieldsType.texts(fields.stream().map(Field::type).toList()) + ">";
  }

  @Override
  public void skip(ByteReader in) {
    byte[] mask = in.readBytes(maskBytes());
    for (int i = 0; i < fields.size(); i++) {
      if (!isNull(mask, i)) {
        fields.get(i).type().skip(in);
      }
    }
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    byte[] mask = in.readBytes(maskBytes());
    out.beginObject();
    writeKind(mask, out);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      out.name(field.encodedName());
      if (isNull(mask, i)) {
        out.nullValue();
      } else {
        field.type().write(in, out);
      }
    }
    out.endObject();
  }

  /** Writes the row kind, unless it is INSERT as in nearly all state. */
  private void writeKind(byte[] mask, ValueSink out) {
    int kind = hasKind ? (bit(mask, 0) ? 1 : 0) + (bit(mask, 1) ? 2 : 0) : 0;
    if (kind != 0) {
      out.name(RowKinds.MEMBER);
      out.text(RowKinds.text(kind));
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    Map<?, ?> members = Field.members(fields, hasKind ? RowKinds.fields(value) : value);
    byte[] mask = new byte[maskBytes()];
    if (hasKind) {
      int kind = RowKinds.of(value);
      mark(mask, 0, (kind & 1) != 0);
      mark(mask, 1, (kind & 2) != 0);
    }
    for (int i = 0; i < fields.size(); i++) {
      mark(mask, offset() + i, members.get(fields.get(i).name()) == null);
    }
    out.writeBytes(mask);
    for (Field field : fields) {
      if (members.get(field.name()) != null) {
        field.encode(members, out);
      }
    }
  }

  private static void mark(byte[] mask, int index, boolean set) {
    if (set) {
      mask[index / 8] |= (byte) (0x80 >> index % 8);
    }
  }

  private int maskBytes() {
    return (offset() + fields.size() + 7) / 8;
  }

  private boolean isNull(byte[] mask, int field) {
    return bit(mask, offset() + field);
  }

  private int offset() {
    return hasKind ? KIND_BITS : 0;
  }

  private static boolean bit(byte[] mask, int index) {
    return (mask[index / 8] & 0x80 >> index % 8) != 0;
  }
}
