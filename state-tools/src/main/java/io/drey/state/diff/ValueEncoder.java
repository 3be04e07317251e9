// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.json.JsonWriter;
import io.drey.state.read.Fallback;
import io.drey.state.read.ValueWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.operator.OperatorState;
import io.drey.state.snapshot.type.UndecodableException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Writes the values of one side in a canonical form, in which equal values have equal bytes, or as
 * the digest of that form if it is long; if rows are requested, followed by what rows show.
 */
final class ValueEncoder {
  private static final int DIGEST_BYTES = 32;
  private static final byte[] LAST_ACCESS = JsonWriter.encodedName("last_access");

  private final boolean withRows;
  private final boolean withTtl;
  private final Side side;
  private final GrowingBytes bytes = new GrowingBytes();
  private final JsonWriter canonical = JsonWriter.canonical();
  private final JsonWriter shown = new JsonWriter();
  private final Fallback fallback = new Fallback(shown);
  private final ValueWriter values;
  private final MessageDigest digest;
  private long damaged;

  ValueEncoder(DiffOptions options, Side side, boolean countsListElements) {
    this.withRows = options.rows();
    this.withTtl = options.withTtl();
    this.side = side;
    this.values = new ValueWriter(countsListElements);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Failed to find digest algorithm", e);
    }
  }

  byte[] bytes() {
    return bytes.bytes();
  }

  int size() {
    return bytes.size();
  }

  /** How many values do not match their type. */
  long damaged() {
    return damaged;
  }

  /** Writes the empty value of a timer. */
  void writeNone() {
    bytes.clear();
    bytes.putByte(0);
  }

  void write(KeyedState state, ByteReader in) {
    int from = in.position();
    compare(in, opaqueFrom(state, in), () -> write(state, in, LAST_ACCESS, canonical));
    if (withRows) {
      in.position(from);
      show(in, () -> write(state, in, side.lastAccess(), shown));
    }
  }

  /** Writes the value of an entry of a broadcast map, or a list element. */
  void write(OperatorState state, ByteReader in) {
    int from = in.position();
    if (state.isBroadcast()) {
      compare(in, from, () -> state.value().write(in, canonical));
    } else {
      writeNone();
    }
    if (withRows) {
      in.position(from);
      show(in, () -> state.value().write(in, shown));
    }
  }

  private void write(KeyedState state, ByteReader in, byte[] lastAccess, JsonWriter json) {
    int from = in.position();
    values.writeValue(state, in, json);
    if (withTtl && values.hasAccess(state, in, from)) {
      json.name(lastAccess);
      values.writeAccess(state, in, from, json);
    }
  }

  /** Returns the offset of the bytes that only the value's own serializer can decode. */
  private int opaqueFrom(KeyedState state, ByteReader in) {
    int flag = state.kind() == KeyedStateType.MAP ? 1 : 0;
    int access = state.hasTtl() && state.kind() != KeyedStateType.LIST && !withTtl ? Long.BYTES : 0;
    return in.position() + (int) Math.min(in.remaining(), flag + access);
  }

  private void compare(ByteReader in, int opaqueFrom, Runnable writing) {
    canonical.truncate(0);
    try {
      writing.run();
      Fallback.checkEnd(in);
      putCompared(canonical.buffer(), 0, canonical.size());
      return;
    } catch (UndecodableException e) {
      // an undecodable value is not damage
    } catch (SavepointException e) {
      damaged++;
    }
    in.position(opaqueFrom);
    putCompared(in.bytes(), opaqueFrom, (int) in.remaining());
  }

  private void putCompared(byte[] array, int from, int length) {
    bytes.clear();
    if (length < DIGEST_BYTES) {
      bytes.putByte(length);
      bytes.put(array, from, length);
    } else {
      digest.update(array, from, length);
      bytes.putByte(DIGEST_BYTES);
      bytes.put(digest.digest(), 0, DIGEST_BYTES);
    }
  }

  private void show(ByteReader in, Runnable writing) {
    shown.truncate(0);
    shown.name(side.value());
    fallback.single(in, same -> writing.run());
    bytes.put(shown);
  }
}
