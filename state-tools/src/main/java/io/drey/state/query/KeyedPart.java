// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.json.ValueSink;
import io.drey.state.read.ValueWriter;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import io.drey.state.snapshot.keyed.EntryReader;
import io.drey.state.snapshot.keyed.KeyedHandles;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.keyed.Scope;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.type.UndecodableException;
import java.util.IdentityHashMap;
import java.util.Map;

/** The rows of a keyed state. */
final class KeyedPart implements StatePart {
  private final EntryReader entries;
  private final String state;
  private final ValueWriter values;

  /** By the state as an entry has it: each file of a database has its own. */
  private final IdentityHashMap<KeyedState, Decoding> decodings = new IdentityHashMap<>();

  private Decoding decoding = new Decoding(Map.of());

  KeyedPart(SnapshotFiles files, KeyedHandle handle, int maxParallelism, String state) {
    this.entries = KeyedHandles.open(files, handle, maxParallelism, new Scope(null, state));
    this.state = state;
    this.values = new ValueWriter(entries.countsListElements());
  }

  @Override
  public boolean next() {
    while (entries.next()) {
      KeyedState found = entries.entry().state();
      if (found.name().equals(state)) {
        decoding = decodings.computeIfAbsent(found, each -> new Decoding(Member.of(each)));
        return true;
      }
    }
    return false;
  }

  @Override
  public void write(Member member, ValueSink out) {
    Entry entry = entries.entry();
    switch (member) {
      case KEY -> {
        if (!entry.isSplit()) {
          throw UndecodableException.ofClass(entry.state().key().text());
        }
        decoding.write(member, entry.key(), out);
      }
      case NAMESPACE, MAP_KEY -> {
        if (entry.isSplit()) {
          decoding.write(member, reader(member), out);
        }
      }
      case VALUE -> writeValue(entry, out);
      case LAST_ACCESS -> writeAccess(entry, out);
      default -> decoding.write(member, entry.value(), out);
    }
  }

  private void writeValue(Entry entry, ValueSink out) {
    if (decoding.has(Member.VALUE)) {
      decoding.write(
          Member.VALUE,
          entry.value(),
          out,
          (in, sink) -> values.writeValue(entry.state(), in, sink));
    }
  }

  private void writeAccess(Entry entry, ValueSink out) {
    ByteReader in = entry.value();
    int from = in.position();
    if (entry.state().kind() == KeyedStateType.MAP) {
      in.require(1);
    }
    if (values.hasAccess(entry.state(), in, from)) {
      try {
        values.writeAccess(entry.state(), in, from, out);
      } finally {
        in.position(from);
      }
    }
  }

  private ByteReader reader(Member member) {
    Entry entry = entries.entry();
    return switch (member) {
      case KEY -> entry.key();
      case NAMESPACE -> entry.namespace();
      case MAP_KEY -> entry.mapKey();
      default -> entry.value();
    };
  }

  @Override
  public byte[] bytes(Member member) {
    return Decoding.rest(reader(member));
  }

  @Override
  public void close() {
    entries.close();
  }
}
