// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.json.JsonWriter;
import io.drey.state.rewrite.edit.KeyEdit;
import io.drey.state.rewrite.edit.KeyEdit.Collision;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.sort.RecordSorter;
import io.drey.state.sort.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of all subtasks of an operator whose keys change. They are sorted by their new key,
 * then by their old one, on disk if they do not fit into memory: so old keys that become one are
 * found, and the entries of one of them stay in all states.
 */
final class ChangedKeys implements AutoCloseable {
  /** The numbers that follow both keys in a record. */
  private static final int NUMBERS = Long.BYTES + 2 * Short.BYTES;

  private final OperatorId operator;
  private final Collision onCollision;
  private final NewKeys keys;
  private final RecordSorter sorter;
  private final List<KeyedTarget> targets = new ArrayList<>();
  private final ByteWriter order = new ByteWriter();
  private final EntryParts parts = new EntryParts();
  private final KeyOwner owner = new KeyOwner();
  private long count;

  ChangedKeys(OperatorId operator, KeyEdit edit, KeyGrouping grouping, Path tmp, long budget) {
    this.operator = operator;
    this.onCollision = edit.onCollision();
    this.keys = new NewKeys(edit.change(), grouping);
    this.sorter = new RecordSorter(tmp, budget);
  }

  /**
   * Returns what takes the entries of a subtask.
   *
   * @param next takes those that stay, with their new keys
   */
  EntrySink of(FileHeader header, EntrySink next) {
    int number = targets.size();
    KeyedTarget target = new KeyedTarget(header, next);
    targets.add(target);
    return (keyGroup, state, described, key, namespace, mapKey, value) -> {
      target.know(state, described);
      keys.change(keyGroup, described.key(), key);
      order.clear();
      order.writeShort(keys.group());
      order.writeInt((int) keys.key().remaining());
      order.writeBytes(keys.key());
      writeOld(keyGroup, key);
      order.writeLong(count++);
      order.writeShort(number);
      order.writeShort(state);
      int bytes = parts.write(keys.key(), namespace, mapKey, value);
      ByteWriter written = parts.written();
      sorter.add(order.buffer(), order.size(), written.buffer(), written.size());
      return bytes;
    };
  }

  /** Writes an old key, so that the one whose entries stay comes first. */
  private void writeOld(int keyGroup, ByteReader key) {
    int from = order.size();
    order.writeShort(keyGroup);
    order.writeBytes(key);
    if (onCollision == Collision.LAST) {
      for (int i = from; i < order.size(); i++) {
        order.buffer()[i] ^= (byte) 0xFF;
      }
    }
  }

  /**
   * Passes on the entries that stay.
   *
   * @throws RefusedException if keys become one, and the plan does not say which one's entries stay
   */
  void passOn(Results results) throws IOException {
    Records sorted = sorter.sorted();
    ByteReader in = ByteReader.views();
    while (sorted.next()) {
      in.wrap("keys", sorted.bytes(), sorted.keyTo());
      in.position(sorted.keyFrom());
      int group = in.readUnsignedShort();
      in.skip(in.readInt());
      int newTo = in.position();
      int oldTo = sorted.keyTo() - NUMBERS;
      boolean stays = owner.isOwner(in.bytes(), sorted.keyFrom(), newTo, oldTo);
      in.position(oldTo + Long.BYTES);
      KeyedTarget target = targets.get(in.readUnsignedShort());
      int state = in.readUnsignedShort();
      int bytes = parts.read(sorted);
      if (stays) {
        target.pass(group, state, parts);
      } else if (onCollision == Collision.REFUSE) {
        in.position(newTo + Short.BYTES);
        throw collision(target.keyType(state), in);
      } else {
        target.lose(state, bytes);
      }
    }
    targets.forEach(target -> target.lost(operator).forEach(results::add));
  }

  private RefusedException collision(ValueType type, ByteReader other) {
    return new RefusedException(
        operator,
        "keys %s and %s both become %s: say by on-collision which one's entries stay, first or last"
            .formatted(shown(type, owner.oldKey()), shown(type, other), shown(type, parts.key())));
  }

  private static String shown(ValueType type, ByteReader key) {
    JsonWriter json = new JsonWriter();
    type.write(key, json);
    return json.toString();
  }

  @Override
  public void close() {
    sorter.close();
  }
}
