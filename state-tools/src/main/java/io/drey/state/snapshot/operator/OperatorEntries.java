// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.operator;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.SnappyFrames;
import io.drey.state.snapshot.header.FileHeader;
import io.drey.state.snapshot.metadata.OperatorHandle;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;

/**
 * The entries of the operator state of one subtask: the elements of lists, each at an offset of its
 * own, and the entries of broadcast maps, which are preceded by their number.
 */
public final class OperatorEntries implements AutoCloseable {
  private final ByteReader file;
  private final long end;
  private final FileHeader header;
  private final boolean isCompressed;
  private final List<OperatorState> states;
  private final List<OperatorStatePart> parts;
  private final ByteReader key = ByteReader.views();
  private final ByteReader value = ByteReader.views();
  private ByteReader in = ByteReader.views();
  private int nextPart;
  private int mapEntriesLeft;

  private OperatorEntries(
      ByteReader file,
      FileHeader header,
      List<OperatorState> states,
      List<OperatorStatePart> parts) {
    this.file = file;
    this.end = file.offset() + file.remaining();
    this.header = header;
    this.isCompressed = header.isCompressed();
    this.states = states;
    this.parts = parts;
  }

  /** Opens the state of a handle. */
  public static OperatorEntries open(SnapshotFiles files, OperatorHandle handle) {
    ByteReader file = files.open(handle.file());
    try {
      long start = file.offset();
      FileHeader header =
          FileHeader.operator(
              file.slice(OperatorStatePart.headerLength(file, handle)), files.headerSearches());
      List<OperatorState> states = OperatorState.of(header, handle);
      List<OperatorStatePart> parts = OperatorStatePart.of(handle, states, file, start);
      return new OperatorEntries(file, header, states, parts);
    } catch (SavepointException e) {
      file.close();
      throw e;
    }
  }

  /** The description of the states. */
  public FileHeader header() {
    return header;
  }

  /** The states, whether or not they have entries. */
  public List<OperatorState> states() {
    return states;
  }

  /** Moves on to the next entry and returns whether there is one. */
  public boolean next() {
    in.unmark();
    while (mapEntriesLeft == 0) {
      if (nextPart == parts.size()) {
        return false;
      }
      startPart();
      if (!state().isBroadcast()) {
        readElement();
        return true;
      }
      mapEntriesLeft = in.readCount();
      checkMapEnd();
    }
    readMapEntry();
    checkMapEnd();
    return true;
  }

  private void checkMapEnd() {
    boolean goesOn = isCompressed ? in.hasMore() : !in.isAtEnd();
    if (mapEntriesLeft == 0 && goesOn) {
      throw in.malformed("'" + state().name() + "' does not end with its last entry");
    }
  }

  /** Starts the next part; after damage, reading continues with the one after it. */
  private void startPart() {
    OperatorStatePart part = parts.get(nextPart++);
    file.endAt(end);
    file.unmark();
    if (part.offset() < file.offset() || part.offset() > end) {
      throw file.malformed(
          "invalid offset of an element of '" + part.state().name() + "': " + part.offset());
    }
    file.skip(part.offset() - file.offset());
    file.endAt(nextPart == parts.size() ? end : parts.get(nextPart).offset());
    in = isCompressed ? SnappyFrames.reader(file) : file;
  }

  private void readElement() {
    in.mark();
    if (isCompressed) {
      in.skipAll();
    } else {
      in.skip(in.remaining());
    }
    value.view(in, in.marked(), in.position());
  }

  private void readMapEntry() {
    int left = mapEntriesLeft;
    mapEntriesLeft = 0;
    in.mark();
    skip(keyType());
    int keyLength = in.position() - in.marked();
    skip(state().value());
    key.view(in, in.marked(), in.marked() + keyLength);
    value.view(in, in.marked() + keyLength, in.position());
    mapEntriesLeft = left - 1;
  }

  private void skip(ValueType type) {
    try {
      type.skip(in);
    } catch (UndecodableException e) {
      throw SavepointException.unsupported(
          in.file(),
          "the rest of '"
              + state().name()
              + "' cannot be read, since only "
              + e.getMessage()
              + " knows where its values end");
    }
  }

  private ValueType keyType() {
    ValueType type = state().mapKey();
    return type == null ? state().value() : type;
  }

  /** Returns the state of the entry. */
  public OperatorState state() {
    return parts.get(nextPart - 1).state();
  }

  /** Returns the key of an entry of a broadcast map. */
  public ByteReader mapKey() {
    return key;
  }

  /** Returns an element, or the value of an entry of a broadcast map. */
  public ByteReader value() {
    return value;
  }

  @Override
  public void close() {
    file.close();
  }
}
