// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.sql;

import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.RecordType;
import io.drey.state.snapshot.value.RowKinds;
import io.drey.state.snapshot.value.UnfitValueException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows: the row kind, a bit mask of the null fields, and a cell for each field. The serializer
 * snapshot has field names only for rows nested in other rows.
 *
 * @param fields each of them of an {@link SqlType}
 */
public record SqlRow(List<Field> fields, boolean isNamed) implements SqlBlockType, RecordType {
  private static final int SEED = 42;

  @Override
  public String text() {
    return isNamed
        ? "Row" + fields.stream().map(Field::toString).collect(Collectors.joining(", ", "{", "}"))
        : "Row<" + FieldsType.texts(fields.stream().map(Field::type).toList()) + ">";
  }

  @Override
  public void writeBlock(SqlBlock block, ValueSink out) {
    out.beginObject();
    writeKind(block, out);
    int words = (fields.size() + Byte.SIZE + Long.SIZE - 1) / Long.SIZE;
    int cells = words * Long.BYTES;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      out.name(field.encodedName());
      if (block.bitAt(0, Byte.SIZE + i)) {
        out.nullValue();
      } else {
        ((SqlType) field.type()).writeCell(block, cells + i * Long.BYTES, out);
      }
    }
    out.endObject();
  }

  /** Writes the row kind, unless it is INSERT as in nearly all state. */
  private static void writeKind(SqlBlock block, ValueSink out) {
    byte kind = block.byteAt(0);
    if (!RowKinds.isKnown(kind)) {
      throw block.in().malformed("unknown row kind: " + kind);
    }
    if (kind != 0) {
      out.name(RowKinds.MEMBER);
      out.text(RowKinds.text(kind));
    }
  }

  @Override
  public byte[] encodeBlock(@Nullable Object value) {
    Map<?, ?> members = Field.members(fields, RowKinds.fields(value));
    SqlBlockWriter block = SqlBlockWriter.row(fields.size());
    block.putByte(0, RowKinds.of(value));
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      try {
        block.encode(i, members.get(field.name()), (SqlType) field.type());
      } catch (UnfitValueException e) {
        throw e.within(field.name());
      }
    }
    return block.bytes();
  }

  /** Returns the hash of a row, which is the hash of its bytes. */
  public static int hash(ByteReader in) {
    SqlBlock block = SqlBlock.next(in, in.readCount());
    int hash = SEED;
    for (int at = 0; at < block.size(); at += Integer.BYTES) {
      int word = block.intAt(at) * 0xcc9e2d51;
      hash ^= Integer.rotateLeft(word, 15) * 0x1b873593;
      hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
    }
    hash ^= block.size();
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }
}
