// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;

/**
 * The keys of entries in canonical files and in databases: key, namespace, map key. If neither of
 * the first two has a fixed size, each is followed by its length.
 */
final class CompositeKey {
  private static final int MOST_GROUPS_IN_A_BYTE = 128;

  private CompositeKey() {}

  /** The number of bytes of the key group that all keys begin with. */
  static int prefixBytes(int maxParallelism) {
    return maxParallelism > MOST_GROUPS_IN_A_BYTE ? 2 : 1;
  }

  /** Checks that a timer has no value, so that a damaged length does not hide what follows. */
  static void checkTimer(ByteReader in, int valueLength) {
    if (valueLength != 0) {
      throw in.malformed("a timer has a value of " + valueLength + " bytes");
    }
  }

  /**
   * Splits a composite key.
   *
   * @param in the bytes after the key group
   * @param to the end of the composite key in the buffer
   */
  static void split(ByteReader in, int to, Entry entry) {
    KeyedState state = entry.state();
    if (state.kind() == KeyedStateType.UNKNOWN) {
      unknown(in, to, entry);
      return;
    }
    if (state.kind() == KeyedStateType.TIMERS) {
      entry.value().view(in, in.position(), in.position() + Long.BYTES);
      in.skip(Long.BYTES);
    }
    int from = in.position();
    try {
      parts(in, to, entry);
    } catch (UndecodableException e) {
      in.position(from);
      withoutKeyType(in, to, entry);
    }
    in.position(to);
  }

  /** Splits off the key, which all but timers begin with; of the rest nothing is known. */
  private static void unknown(ByteReader in, int to, Entry entry) {
    int from = in.position();
    boolean mayBeTimer = entry.value().remaining() == 0;
    if (mayBeTimer || entry.state().key().isOpaque()) {
      in.position(to);
      entry.keepWhole();
    } else {
      entry.state().key().skip(in);
    }
    entry.key().view(in, from, in.position());
    entry.namespace().view(in, in.position(), in.position());
    entry.mapKey().view(in, in.position(), to);
    in.position(to);
  }

  private static void parts(ByteReader in, int to, Entry entry) {
    KeyedState state = entry.state();
    boolean hasLengths = hasLengths(state);
    int from = in.position();
    state.key().skip(in);
    entry.key().view(in, from, in.position());
    skipLength(in, hasLengths, in.position() - from);
    int namespaceFrom = in.position();
    state.namespace().skip(in);
    entry.namespace().view(in, namespaceFrom, in.position());
    skipLength(in, hasLengths, in.position() - namespaceFrom);
    entry.mapKey().view(in, in.position(), to);
    if (state.kind() != KeyedStateType.MAP && in.position() != to) {
      throw in.malformed("a key is followed by " + (to - in.position()) + " extra bytes");
    }
  }

  /**
   * What precedes the map key in a composite key: key and namespace, with lengths if need be.
   *
   * @param bytes the number of their bytes
   */
  record Lengths(boolean areWritten, int bytes) {
    static Lengths of(KeyedState state, ByteReader key, ByteReader namespace) {
      int keyLength = (int) key.remaining();
      int namespaceLength = (int) namespace.remaining();
      boolean areWritten = hasLengths(state);
      int lengths = areWritten ? bytesOf(keyLength) + bytesOf(namespaceLength) : 0;
      return new Lengths(areWritten, keyLength + namespaceLength + lengths);
    }

    int of(ByteReader mapKey) {
      return Math.addExact(bytes, (int) mapKey.remaining());
    }

    void write(ByteReader key, ByteReader namespace, ByteWriter out) {
      write(key, out);
      write(namespace, out);
    }

    private void write(ByteReader part, ByteWriter out) {
      out.writeBytes(part);
      int rest = (int) part.remaining();
      while (areWritten) {
        out.writeByte(rest);
        rest >>>= Byte.SIZE;
        if (rest == 0) {
          return;
        }
      }
    }

    private static int bytesOf(int length) {
      return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / Byte.SIZE);
    }
  }

  /** Timers never carry lengths. */
  private static boolean hasLengths(KeyedState state) {
    return state.kind() != KeyedStateType.TIMERS
        && state.key().size() == ValueType.VARIABLE
        && state.namespace().size() == ValueType.VARIABLE;
  }

  /** Skips a length, which takes as few bytes as it needs, lowest first. */
  private static void skipLength(ByteReader in, boolean hasLengths, int length) {
    if (hasLengths) {
      int rest = length;
      do {
        if (in.readUnsignedByte() != (rest & 0xFF)) {
          throw in.malformed("a part of a key does not have the length " + length);
        }
        rest >>>= Byte.SIZE;
      } while (rest != 0);
    }
  }

  /** Splits by the namespace's fixed size, if it has one; else the entry stays unsplit. */
  private static void withoutKeyType(ByteReader in, int to, Entry entry) {
    KeyedState state = entry.state();
    int size = state.namespace().size();
    int from = in.position();
    if (size == ValueType.VARIABLE || state.kind() == KeyedStateType.MAP || size > to - from) {
      entry.key().view(in, from, to);
      entry.namespace().view(in, to, to);
      entry.keepWhole();
    } else {
      entry.key().view(in, from, to - size);
      entry.namespace().view(in, to - size, to);
    }
    entry.mapKey().view(in, to, to);
  }
}
