// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.sort.Records;
import java.util.Arrays;

/** An entry in the order of key groups, states and keys. */
final class SortedEntry {
  private static final int NUMBERS = 2 * Short.BYTES;

  private final ByteReader order = ByteReader.views();
  private final ByteReader key = ByteReader.views();
  private final ByteReader namespace = ByteReader.views();
  private final ByteReader mapKey = ByteReader.views();
  private final ByteReader value = ByteReader.views();
  private int from;
  private int to;
  private int keyGroup;
  private int number;
  private long line;

  /** Decodes a record. */
  void read(Records record) {
    from = record.keyFrom();
    to = record.keyTo() - Long.BYTES;
    order.wrap("entries", record.bytes(), record.valueTo());
    order.position(from);
    keyGroup = order.readUnsignedShort();
    number = order.readUnsignedShort();
    int keyLength = order.readInt();
    int namespaceLength = order.readInt();
    view(key, order.position() + keyLength);
    view(namespace, order.position() + namespaceLength);
    view(mapKey, to);
    line = order.readLong();
    order.position(record.valueFrom());
    view(value, record.valueTo());
  }

  private void view(ByteReader part, int end) {
    part.view(order, order.position(), end);
    order.position(end);
  }

  /** Whether its keys are those that were kept. */
  boolean hasKeysOf(ByteWriter kept) {
    return kept.size() > NUMBERS
        && Arrays.equals(kept.buffer(), 0, kept.size(), order.bytes(), from, to);
  }

  void keepKeys(ByteWriter kept) {
    kept.clear();
    kept.writeBytes(order.bytes(), from, to - from);
  }

  int keyGroup() {
    return keyGroup;
  }

  int number() {
    return number;
  }

  ByteReader key() {
    return key;
  }

  ByteReader namespace() {
    return namespace;
  }

  /** The map key, or the instant of a timer. */
  ByteReader mapKey() {
    return mapKey;
  }

  ByteReader value() {
    return value;
  }

  /** The line that it is from. */
  long line() {
    return line;
  }
}
