// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.diff;

import io.drey.state.diff.KeyPart.Role;
import io.drey.state.diff.StateSide.Keys;
import io.drey.state.json.JsonWriter;
import io.drey.state.read.Fallback;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.sort.Records;
import java.util.Arrays;
import java.util.List;

/** Writes entries that differ as rows, if rows are requested. */
final class EntryRows {
  private static final byte[] CHANGE = JsonWriter.encodedName("change");
  private static final byte[] OPERATOR = JsonWriter.encodedName("operator");
  private static final byte[] STATE = JsonWriter.encodedName("state");

  private final String operator;
  private final DiffSink sink;
  private final boolean areWanted;
  private final JsonWriter json = new JsonWriter();
  private final Fallback fallback = new Fallback(json);
  private final ByteReader part = ByteReader.views();

  EntryRows(String operator, DiffSink sink, boolean areWanted) {
    this.operator = operator;
    this.sink = sink;
    this.areWanted = areWanted;
  }

  boolean isClosed() {
    return sink.isClosed();
  }

  /** Writes an entry that only one side has. */
  void write(ChangeType change, StatePair pair, Records entry) {
    if (areWanted) {
      start(change, pair, entry);
      value(entry);
      end();
    }
  }

  /** Writes an entry whose value has changed. */
  void write(StatePair pair, Records from, Records to) {
    if (areWanted) {
      start(ChangeType.CHANGED, pair, from);
      value(from);
      value(to);
      end();
    }
  }

  private void start(ChangeType change, StatePair pair, Records entry) {
    json.truncate(0);
    json.beginObject();
    json.name(CHANGE);
    json.quoted(change.toString());
    json.name(OPERATOR);
    json.text(operator);
    json.name(STATE);
    json.text(pair.name());
    key(pair, Arrays.copyOfRange(entry.bytes(), entry.keyFrom(), entry.keyTo()));
  }

  private void key(StatePair pair, byte[] key) {
    List<KeyPart> parts = pair.either().key();
    int partsEnd = key.length - Integer.BYTES * Math.max(0, parts.size() - 1);
    ByteReader lengths = ByteReader.of("", key);
    lengths.position(partsEnd);
    int at = KeyEncoder.NUMBER_BYTES;
    for (int i = 0; i < parts.size(); i++) {
      int length = i < parts.size() - 1 ? lengths.readInt() : partsEnd - at;
      if (length == KeyEncoder.WHOLE) {
        json.name(Role.KEY.encodedName());
        fallback.opaque(view(key, at, partsEnd));
        return;
      }
      part(parts.get(i), pair.keys(), view(key, at, at + length));
      at += length;
    }
  }

  private void part(KeyPart key, Keys keys, ByteReader in) {
    if (keys == Keys.DECODED && key.role() != Role.TIMESTAMP) {
      // the bytes include the member's name
      json.raw(in.bytes(), in.position(), (int) in.remaining());
    } else {
      fallback.part(key.role().encodedName(), key.type(), in);
    }
  }

  private ByteReader view(byte[] bytes, int from, int to) {
    part.wrap("", bytes, to);
    part.position(from);
    return part;
  }

  /** Writes the members that the value encoder has prepared, including their names. */
  private void value(Records entry) {
    int from = entry.valueFrom() + 1 + entry.bytes()[entry.valueFrom()];
    if (from < entry.valueTo()) {
      json.raw(entry.bytes(), from, entry.valueTo() - from);
    }
  }

  private void end() {
    json.endObject();
    json.newLine();
    sink.entry(json);
  }
}
