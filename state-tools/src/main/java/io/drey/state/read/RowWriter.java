package io.drey.state.read;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.StateKind;
import io.drey.state.snapshot.type.UndecodableException;
import io.drey.state.snapshot.type.ValueType;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes entries of keyed state as rows: {@code operator}, {@code state}, {@code key}, and as they
 * apply {@code namespace}, {@code map_key}, {@code value}, {@code last_access}, {@code timestamp}.
 * What can't be decoded is {@code error} and {@code bytes} instead of a value.
 */
public final class RowWriter {
  private static final byte[] OPERATOR = JsonWriter.encodedName("operator");
  private static final byte[] STATE = JsonWriter.encodedName("state");
  private static final byte[] KEY = JsonWriter.encodedName("key");
  private static final byte[] NAMESPACE = JsonWriter.encodedName("namespace");
  private static final byte[] MAP_KEY = JsonWriter.encodedName("map_key");
  private static final byte[] TIMESTAMP = JsonWriter.encodedName("timestamp");
  private static final byte[] ERROR = JsonWriter.encodedName("error");
  private static final byte[] BYTES = JsonWriter.encodedName("bytes");

  private final JsonWriter json;
  private final String operator;
  private final ValueWriter values;
  private final Map<KeyedState, byte[]> starts = new HashMap<>();
  private long damaged;

  /**
   * @param countsListElements how the lists of the entries are laid out
   */
  public RowWriter(JsonWriter json, String operator, boolean countsListElements) {
    this.json = json;
    this.operator = operator;
    this.values = new ValueWriter(json, countsListElements);
  }

  /** How many rows hold something else than its type says. */
  public long damaged() {
    return damaged;
  }

  /** Writes one row, with a line feed at its end. */
  public void write(Entry entry) {
    KeyedState state = entry.state();
    byte[] start = starts.computeIfAbsent(state, this::start);
    json.raw(start, 0, start.length);
    key(entry, state);
    if (state.kind() == StateKind.TIMERS) {
      json.name(TIMESTAMP);
      state.value().write(entry.value(), json);
    } else {
      value(entry, state);
    }
    json.endObject();
    json.newLine();
  }

  /** All that rows of a state begin with. */
  private byte[] start(KeyedState state) {
    JsonWriter start = new JsonWriter();
    start.beginObject();
    start.name(OPERATOR);
    start.text(operator);
    start.name(STATE);
    start.text(state.name());
    return start.bytes();
  }

  private void key(Entry entry, KeyedState state) {
    if (!entry.isSplit()) {
      json.name(KEY);
      opaque(entry.key());
      return;
    }
    part(KEY, state.key(), entry.key());
    if (!state.namespace().isNothing()) {
      part(NAMESPACE, state.namespace(), entry.namespace());
    }
    if (state.mapKey() != null) {
      part(MAP_KEY, state.mapKey(), entry.mapKey());
    }
  }

  private void part(byte[] name, ValueType type, ByteReader in) {
    json.name(name);
    int from = in.position();
    int size = json.size();
    try {
      type.write(in, json);
      return;
    } catch (UndecodableException e) {
      // below
    } catch (SavepointException e) {
      damaged++;
    }
    json.truncate(size);
    in.position(from);
    opaque(in);
  }

  /** A part of a key that cannot be decoded. */
  private void opaque(ByteReader in) {
    json.beginObject();
    bytes(in);
    json.endObject();
  }

  private void bytes(ByteReader in) {
    json.name(BYTES);
    json.base64(in.bytes(), in.position(), (int) in.remaining());
  }

  private void value(Entry entry, KeyedState state) {
    ByteReader in = entry.value();
    int from = in.position();
    int size = json.size();
    String error;
    try {
      values.write(state, in);
      return;
    } catch (UndecodableException e) {
      error =
          "only "
              + e.getMessage()
              + " knows what these "
              + (in.remaining() + in.position() - from)
              + " bytes are";
    } catch (SavepointException e) {
      damaged++;
      error = e.getMessage();
    }
    json.truncate(size);
    in.position(from);
    json.name(ERROR);
    json.text(error);
    bytes(in);
  }
}
