// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the bytes of what cannot be decoded. */
public final class Fallback {
  private static final byte[] ERROR = JsonWriter.encodedName("error");
  private static final int MOST_NEEDED = 20;
  private static final byte[] BYTES = JsonWriter.encodedName("bytes");

  private final JsonWriter json;
  private final Set<String> needed = new TreeSet<>();
  private long damaged;

  public Fallback(JsonWriter json) {
    this.json = json;
  }

  /** How often bytes did not match their type. */
  public long damaged() {
    return damaged;
  }

  /** What could decode values that were written as bytes: serializers or classes of the job. */
  Set<String> needed() {
    return needed;
  }

  /** Writes a member; if it cannot be decoded, an object with the bytes. */
  public void part(byte[] encodedName, ValueType type, ByteReader in) {
    json.name(encodedName);
    int from = in.position();
    int size = json.size();
    try {
      type.write(in, json);
      checkEnd(in);
      return;
    } catch (UndecodableException e) {
      // an undecodable value is not damage
      need(e);
    } catch (SavepointException e) {
      damaged++;
    }
    json.truncate(size);
    in.position(from);
    opaque(in);
  }

  /** Writes the bytes of what cannot be decoded as an object. */
  public void opaque(ByteReader in) {
    json.beginObject();
    bytes(in);
    json.endObject();
  }

  /** Writes a value, or else {@code error} and {@code bytes}. */
  void value(ByteReader in, Consumer<ByteReader> writing) {
    int size = json.size();
    String error = attempt(in, writing);
    if (error != null) {
      json.truncate(size);
      error(error, in);
    }
  }

  /** Writes a value, or else an object with {@code error} and {@code bytes}. */
  public void single(ByteReader in, Consumer<ByteReader> writing) {
    int size = json.size();
    String error = attempt(in, writing);
    if (error != null) {
      json.truncate(size);
      json.beginObject();
      error(error, in);
      json.endObject();
    }
  }

  /** Returns null, or why the value could not be written; then the reader is where it was. */
  private @Nullable String attempt(ByteReader in, Consumer<ByteReader> writing) {
    int from = in.position();
    try {
      writing.accept(in);
      checkEnd(in);
      return null;
    } catch (UndecodableException e) {
      in.position(from);
      need(e);
      String jar = e.className() == null ? "" : " (--jar with " + e.className() + " would help)";
      return "only " + e.getMessage() + " can decode these " + in.remaining() + " bytes" + jar;
    } catch (SavepointException e) {
      in.position(from);
      damaged++;
      return e.getMessage();
    }
  }

  private void need(UndecodableException e) {
    if (needed.size() < MOST_NEEDED) {
      needed.add(String.valueOf(e.getMessage()));
    }
  }

  private void error(String error, ByteReader in) {
    json.name(ERROR);
    json.text(error);
    bytes(in);
  }

  private void bytes(ByteReader in) {
    json.name(BYTES);
    json.base64(in.bytes(), in.position(), (int) in.remaining());
  }

  /** Checks that nothing follows a value. */
  public static void checkEnd(ByteReader in) {
    if (!in.isAtEnd()) {
      throw in.malformed("a value is followed by " + in.remaining() + " extra bytes");
    }
  }
}
