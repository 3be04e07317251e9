// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
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
 * @param isCompressed whether the state is compressed with Snappy
 * @param key the type of the key; null for operator state, and if it is not known
 * @param states those that are known
 * @param obstacle the serializer after which it cannot be read with certainty; null if all is known
 */
public record FileHeader(
    String file,
    boolean isCompressed,
    @Nullable ValueType key,
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
    return read(in, in.readBoolean(), true, searches);
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
    return read(in, isCompressed, false, searches);
  }

  private static FileHeader read(
      ByteReader in, boolean isCompressed, boolean isKeyed, HeaderSearches searches) {
    int start = in.position();
    HeaderReader reader = new HeaderReader(in);
    List<StateHeader> states = new ArrayList<>();
    ValueType key = null;
    try {
      key = isKeyed ? reader.serializer(UnknownEnds.NONE) : null;
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
          ? new FileHeader(in.file(), isCompressed, key, List.copyOf(states), e.className())
          : new FileHeader(in.file(), isCompressed, all.key(), all.states(), null);
    }
    reader.checkEnd();
    return new FileHeader(in.file(), isCompressed, key, List.copyOf(states), null);
  }
}
