// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.KeyGroups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * The entries of a database, in which each state is a column family of the same name: by key group,
 * then by state, then by key. Tables may hold more key groups than the handle, since subtasks share
 * them after a change of parallelism.
 */
final class DatabaseReader implements EntryReader {
  private final Database database;
  private final List<KeyedState> states;
  private final int prefixBytes;
  private final Entry entry = new Entry(KeyedState.NONE);
  private final ByteReader key = ByteReader.views();
  private final ByteReader value = ByteReader.views();
  private final List<String> mismatches;

  /** For each state, positioned before its next entry; null if it has no more entries. */
  private final @Nullable RocksIterator[] iterators;

  private final int endGroup;
  private int group;
  private int state;
  private byte[] keyBytes = {};

  DatabaseReader(
      Database database,
      List<KeyedState> states,
      KeyGroups groups,
      int maxParallelism,
      Scope scope) {
    this.database = database;
    this.states = states;
    this.prefixBytes = CompositeKey.prefixBytes(maxParallelism);
    this.mismatches = database.mismatches(states);
    KeyGroups wanted = scope.groups() == null ? groups : scope.groups().within(groups);
    this.group = wanted.first();
    this.endGroup = wanted.first() + wanted.count();
    this.iterators = new RocksIterator[states.size()];
    for (int i = 0; i < iterators.length; i++) {
      String name = states.get(i).name();
      iterators[i] = scope.hasState(name) ? database.entries(name, prefix(group)) : null;
    }
  }

  private byte[] prefix(int keyGroup) {
    return prefixBytes == 1
        ? new byte[] {(byte) keyGroup}
        : new byte[] {(byte) (keyGroup >> Byte.SIZE), (byte) keyGroup};
  }

  @Override
  public List<KeyedState> states() {
    return states;
  }

  @Override
  public boolean next() {
    while (group < endGroup) {
      RocksIterator entries = iterators[state];
      if (entries != null && hasEntryInGroup(entries)) {
        read(entries);
        return true;
      }
      state++;
      if (state == states.size()) {
        state = 0;
        group++;
      }
    }
    checkMismatches();
    return false;
  }

  private boolean hasEntryInGroup(RocksIterator entries) {
    if (!entries.isValid()) {
      iterators[state] = null;
      close(entries);
      return false;
    }
    keyBytes = entries.key();
    return keyBytes.length < prefixBytes || keyGroup() == group;
  }

  private int keyGroup() {
    int first = keyBytes[0] & 0xFF;
    return prefixBytes == 1 ? first : (first << Byte.SIZE) | (keyBytes[1] & 0xFF);
  }

  /** Closes a state, so that after damage reading continues with the next one. */
  private void close(RocksIterator entries) {
    try (entries) {
      entries.status();
    } catch (RocksDBException e) {
      throw database.damaged(e);
    }
  }

  private void read(RocksIterator entries) {
    byte[] valueBytes = entries.value();
    // before decoding, so that a damaged entry is skipped
    entries.next();
    key.wrap(database.name(), keyBytes, keyBytes.length);
    key.skip(prefixBytes);
    KeyedState of = states.get(state);
    entry.start(of, group);
    if (of.kind() != KeyedStateType.TIMERS) {
      value.wrap(database.name(), valueBytes, valueBytes.length);
      entry.value().view(value, 0, valueBytes.length);
    }
    CompositeKey.split(key, keyBytes.length, entry);
  }

  /** Reports once what is missing, after all entries have been read. */
  private void checkMismatches() {
    if (!mismatches.isEmpty()) {
      String reason = String.join(", ", mismatches);
      mismatches.clear();
      throw new SavepointException(database.name(), reason);
    }
  }

  @Override
  public Entry entry() {
    return entry;
  }

  @Override
  public void close() {
    for (RocksIterator entries : iterators) {
      if (entries != null) {
        entries.close();
      }
    }
    database.close();
  }
}
