// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.serializer.SnapshotBytes;
import io.drey.state.snapshot.serializer.UnknownEnds;
import io.drey.state.snapshot.serializer.UnknownSnapshotException;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a file of keyed or operator state.
 *
 * @param file the file, for error messages
 * @param version the version of its format
 * @param isCompressed whether the state is compressed with Snappy
 * @param key the type of the key; null for operator state, and if it is not known
 * @param keySnapshot the bytes of the snapshot of the key's serializer; null as the key is
 * @param states those that are known
 * @param obstacle the serializer after which it cannot be read with certainty; null if all is known
 */
public record FileHeader(
    String file,
    int version,
    boolean isCompressed,
    @Nullable ValueType key,
    @Nullable SnapshotBytes keySnapshot,
    List<StateHeader> states,
    @Nullable String obstacle) {
  private static final int KEYED_VERSION = 6;
  private static final int OPERATOR_VERSION = 6;
  private static final int OPERATOR_VERSION_WITHOUT_COMPRESSION = 5;

  /** The length of the Snappy stream identifier, which precedes the first offset. */
  private static final int SNAPPY_MARK_LENGTH = 10;

  /**
   * Reads a header of keyed state.
   *
   * @param in ends where the header does
   * @param searches those in the same snapshot's headers
   */
  public static FileHeader keyed(ByteReader in, HeaderSearches searches) {
    in.expectInt(KEYED_VERSION, "the version of a keyed state header");
    return read(in, KEYED_VERSION, in.readBoolean(), true, searches);
  }

  /**
   * Reads a header of operator state.
   *
   * @param in ends where the header does
   * @param searches those in the same snapshot's headers
   */
  public static FileHeader operator(ByteReader in, HeaderSearches searches) {
    int version = in.readInt();
    if (version != OPERATOR_VERSION && version != OPERATOR_VERSION_WITHOUT_COMPRESSION) {
      throw in.malformed("unknown version of an operator state header: " + version);
    }
    boolean isCompressed = version == OPERATOR_VERSION && in.readBoolean();
    if (isCompressed) {
      in.endAt(in.offset() + in.remaining() - SNAPPY_MARK_LENGTH);
    }
    return read(in, version, isCompressed, false, searches);
  }

  private static FileHeader read(
      ByteReader in, int version, boolean isCompressed, boolean isKeyed, HeaderSearches searches) {
    int start = in.position();
    HeaderReader reader = new HeaderReader(in);
    List<StateHeader> states = new ArrayList<>();
    ValueType key = null;
    SnapshotBytes keySnapshot = null;
    try {
      if (isKeyed) {
        key = reader.serializer(UnknownEnds.NONE);
        keySnapshot = SnapshotBytes.since(start, in);
      }
      // operator state: lists, then broadcast maps
      for (int lists = isKeyed ? 1 : 2; lists > 0; lists--) {
        for (int rest = reader.count(); rest > 0; rest--) {
          states.add(reader.state(UnknownEnds.NONE));
        }
      }
    } catch (UnknownSnapshotException e) {
      in.position(start);
      HeaderSearch.Result all = searches.find(in, isKeyed);
      return all == null
          ? new FileHeader(
              in.file(),
              version,
              isCompressed,
              key,
              keySnapshot,
              List.copyOf(states),
              e.className())
          : new FileHeader(
              in.file(), version, isCompressed, all.key(), all.keySnapshot(), all.states(), null);
    }
    reader.checkEnd();
    return new FileHeader(
        in.file(), version, isCompressed, key, keySnapshot, List.copyOf(states), null);
  }

  /** Returns the header of a file of keyed state that is not compressed. */
  public static FileHeader keyed(
      String file, ValueType key, SnapshotBytes keySnapshot, List<StateHeader> states) {
    return new FileHeader(file, KEYED_VERSION, false, key, keySnapshot, states, null);
  }

  /** The header of a file that has other states, and is not compressed. */
  public FileHeader with(List<StateHeader> others) {
    return new FileHeader(file, version, false, key, keySnapshot, List.copyOf(others), obstacle);
  }

  /**
   * Writes the header of a file that is not compressed.
   *
   * @throws IllegalStateException if not all of it is known
   */
  public void write(ByteWriter out) {
    if (obstacle != null || isCompressed) {
      throw new IllegalStateException("Cannot write the header of " + file);
    }
    out.writeInt(version);
    if (version != OPERATOR_VERSION_WITHOUT_COMPRESSION) {
      out.writeBoolean(false);
    }
    if (keySnapshot != null) {
      keySnapshot.write(out);
      write(states, out);
    } else {
      write(states.stream().filter(state -> state.backing() != Backing.BROADCAST).toList(), out);
      write(states.stream().filter(state -> state.backing() == Backing.BROADCAST).toList(), out);
    }
  }

  private static void write(List<StateHeader> states, ByteWriter out) {
    out.writeShort(states.size());
    states.forEach(state -> state.write(out));
  }
}
