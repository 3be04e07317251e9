// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.sort.Records;

/** The parts of an entry in a record that is sorted: their lengths, then their bytes. */
final class EntryParts {
  private static final int LENGTHS = 3 * Integer.BYTES;

  private final ByteWriter written = new ByteWriter();
  private final ByteReader in = ByteReader.views();
  private final ByteReader key = ByteReader.views();
  private final ByteReader namespace = ByteReader.views();
  private final ByteReader mapKey = ByteReader.views();
  private final ByteReader value = ByteReader.views();

  /** Encodes an entry, and returns the number of bytes of its parts. */
  int write(ByteReader ofKey, ByteReader ofNamespace, ByteReader ofMapKey, ByteReader ofValue) {
    written.clear();
    written.writeInt((int) ofKey.remaining());
    written.writeInt((int) ofNamespace.remaining());
    written.writeInt((int) ofMapKey.remaining());
    written.writeBytes(ofKey);
    written.writeBytes(ofNamespace);
    written.writeBytes(ofMapKey);
    written.writeBytes(ofValue);
    return written.size() - LENGTHS;
  }

  /** What was written last. */
  ByteWriter written() {
    return written;
  }

  /** Decodes the value of a record, and returns the number of bytes of its parts. */
  int read(Records record) {
    in.wrap("entries", record.bytes(), record.valueTo());
    in.position(record.valueFrom());
    int keyLength = in.readInt();
    int namespaceLength = in.readInt();
    int mapKeyLength = in.readInt();
    view(key, keyLength);
    view(namespace, namespaceLength);
    view(mapKey, mapKeyLength);
    view(value, (int) in.remaining());
    return record.valueTo() - record.valueFrom() - LENGTHS;
  }

  private void view(ByteReader part, int length) {
    part.view(in, in.position(), in.position() + length);
    in.skip(length);
  }

  ByteReader key() {
    return key;
  }

  ByteReader namespace() {
    return namespace;
  }

  ByteReader mapKey() {
    return mapKey;
  }

  ByteReader value() {
    return value;
  }
}
