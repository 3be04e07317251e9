// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.metadata.KeyedHandle.Layout;
import io.drey.state.snapshot.metadata.KeyedHandle.Sections;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a file in canonical format, as {@link CanonicalReader} reads it. The entries of a key
 * group have to be added one after the other, and so should be those of a state within it.
 */
public final class CanonicalWriter implements EntrySink, AutoCloseable {
  private static final int NO_ENTRY = -1;

  private final OutputStream out;
  private final KeyGroups groups;
  private final int prefixBytes;
  private final long[] offsets;

  /** The last entry, which says whether the number of a state follows. */
  private final ByteWriter last = new ByteWriter();

  /** Where in it the flag is that says so. */
  private int flagAt;

  private long written;
  private int group = NO_ENTRY;
  private int number = NO_ENTRY;

  /**
   * Starts a file.
   *
   * @param out is closed with the writer
   * @param groups the key groups of the file
   * @param maxParallelism the operator's max parallelism, which determines the layout of keys
   */
  public CanonicalWriter(OutputStream out, FileHeader header, KeyGroups groups, int maxParallelism)
      throws IOException {
    this.out = out;
    this.groups = groups;
    this.prefixBytes = CompositeKey.prefixBytes(maxParallelism);
    this.offsets = new long[groups.count()];
    header.write(last);
    flush();
  }

  /**
   * Adds an entry.
   *
   * @throws IllegalArgumentException if the key group is not one of the file's, or was left before
   */
  @Override
  public int add(
      int keyGroup,
      int ofState,
      KeyedState state,
      ByteReader key,
      ByteReader namespace,
      ByteReader mapKey,
      ByteReader value)
      throws IOException {
    if (keyGroup != group) {
      startGroup(keyGroup);
      startState(ofState);
    } else if (ofState != number) {
      endRun();
      startState(ofState);
    } else {
      flush();
    }
    boolean isTimer = state.kind() == KeyedStateType.TIMERS;
    CompositeKey.Lengths lengths = CompositeKey.Lengths.of(state, key, namespace);
    int length = prefixBytes + (isTimer ? Long.BYTES : 0) + lengths.of(mapKey);
    last.writeInt(length);
    prefix(keyGroup);
    if (isTimer) {
      last.writeBytes(value);
    }
    lengths.write(key, namespace, last);
    last.writeBytes(mapKey);
    last.writeInt(isTimer ? 0 : (int) value.remaining());
    if (!isTimer) {
      last.writeBytes(value);
    }
    return length + (isTimer ? 0 : (int) value.remaining());
  }

  private void prefix(int keyGroup) {
    if (prefixBytes == 1) {
      last.writeByte(keyGroup);
    } else {
      last.writeShort(keyGroup);
    }
  }

  private void startGroup(int keyGroup) throws IOException {
    endGroup();
    int index = keyGroup - groups.first();
    if (!groups.contains(keyGroup) || offsets[index] != 0) {
      throw new IllegalArgumentException(
          "Invalid key group: must be one of " + groups + ", each once, but was " + keyGroup);
    }
    group = keyGroup;
    offsets[index] = written;
  }

  private void startState(int ofState) {
    number = ofState;
    last.writeShort(ofState);
    // the number precedes the entry, whose key begins after its length
    flagAt = last.size() + Integer.BYTES;
  }

  private void endGroup() throws IOException {
    if (group != NO_ENTRY) {
      endRun();
      last.writeShort(CanonicalReader.END);
      flush();
    }
  }

  private void endRun() throws IOException {
    last.buffer()[flagAt] |= (byte) CanonicalReader.NUMBER_FOLLOWS;
    flush();
  }

  private void flush() throws IOException {
    out.write(last.buffer(), 0, last.size());
    written += last.size();
    last.clear();
    flagAt = Integer.BYTES;
  }

  /** Ends the file and returns its handle. */
  public Sections finish(String name) throws IOException {
    endGroup();
    group = NO_ENTRY;
    List<Long> all = Arrays.stream(offsets).boxed().toList();
    return new Sections(groups, all, FileSlice.whole(name, written), Layout.CANONICAL, null);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
