// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a file of keyed or operator state.
 *
 * @param file the file, for error messages
 * @param isCompressed whether the state is compressed with Snappy
 * @param key the type of the key; null for operator state
 */
public record FileHeader(
    String file, boolean isCompressed, @Nullable ValueType key, List<StateHeader> states) {
  private static final int KEYED_VERSION = 6;
  private static final int OPERATOR_VERSION = 6;
  private static final int OPERATOR_VERSION_WITHOUT_COMPRESSION = 5;
  private static final int BROADCAST_AND_OTHER = 2;

  /** The length of the Snappy stream identifier, which precedes the first offset. */
  private static final int SNAPPY_MARK_LENGTH = 10;

  /**
   * Reads a header of keyed state.
   *
   * @param in ends where the header does
   */
  public static FileHeader keyed(ByteReader in) {
    in.expectInt(KEYED_VERSION, "the version of a keyed state header");
    boolean isCompressed = in.readBoolean();
    HeaderReader reader = new HeaderReader(in);
    ValueType key = reader.serializer(0, 0, 1);
    return new FileHeader(in.file(), isCompressed, key, reader.states(1));
  }

  /**
   * Reads a header of operator state.
   *
   * @param in ends where the header does
   */
  public static FileHeader operator(ByteReader in) {
    int version = in.readInt();
    if (version != OPERATOR_VERSION && version != OPERATOR_VERSION_WITHOUT_COMPRESSION) {
      throw in.malformed("unknown version of an operator state header: " + version);
    }
    boolean isCompressed = version == OPERATOR_VERSION && in.readBoolean();
    if (isCompressed) {
      in.endAt(in.offset() + in.remaining() - SNAPPY_MARK_LENGTH);
    }
    HeaderReader reader = new HeaderReader(in);
    return new FileHeader(in.file(), isCompressed, null, reader.states(BROADCAST_AND_OTHER));
  }
}
