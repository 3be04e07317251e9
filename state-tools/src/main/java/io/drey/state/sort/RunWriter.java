// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Appends records to a file, as {@link RunRecords} reads them. */
final class RunWriter {
  private static final int BUFFER = 1 << 17;

  private final FileChannel file;
  private final byte[] buffer = new byte[BUFFER];
  private int size;

  RunWriter(FileChannel file) {
    this.file = file;
  }

  void write(Records record) throws IOException {
    int keyLength = record.keyTo() - record.keyFrom();
    int valueLength = record.valueTo() - record.valueFrom();
    if (RecordBuffer.HEADER > BUFFER - size) {
      flush();
    }
    RecordBuffer.INT.set(buffer, size, keyLength);
    RecordBuffer.INT.set(buffer, size + Integer.BYTES, valueLength);
    size += RecordBuffer.HEADER;
    write(record.bytes(), record.keyFrom(), keyLength);
    write(record.bytes(), record.valueFrom(), valueLength);
  }

  private void write(byte[] bytes, int from, int length) throws IOException {
    if (length > BUFFER - size) {
      flush();
    }
    if (length > BUFFER) {
      writeAll(bytes, from, length);
    } else {
      System.arraycopy(bytes, from, buffer, size, length);
      size += length;
    }
  }

  void flush() throws IOException {
    writeAll(buffer, 0, size);
    size = 0;
  }

  private void writeAll(byte[] bytes, int from, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
    while (left.hasRemaining()) {
      file.write(left);
    }
  }
}
