// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.KeyGroups;
import java.util.ArrayList;
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
  private final List<String> families;

  /** For each column family, positioned before its next entry; null if it has no more entries. */
  private final @Nullable RocksIterator[] iterators;

  private final int endGroup;
  private int group;

  /** The number of the column family that is read. */
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
    this.families = families(database, states);
    this.prefixBytes = CompositeKey.prefixBytes(maxParallelism);
    this.mismatches = database.mismatches(states);
    KeyGroups wanted = scope.groups() == null ? groups : scope.groups().within(groups);
    this.group = wanted.first();
    this.endGroup = wanted.first() + wanted.count();
    this.iterators = new RocksIterator[families.size()];
    for (int i = 0; i < iterators.length; i++) {
      boolean isWanted = scope.hasState(stateOf(i).name());
      iterators[i] = isWanted ? database.entries(families.get(i), prefix(group)) : null;
    }
  }

  /** Returns the column families: one for each state, and all others for those not told apart. */
  private static List<String> families(Database database, List<KeyedState> states) {
    List<String> families = new ArrayList<>();
    for (KeyedState state : states) {
      if (state.kind() == KeyedStateType.UNKNOWN) {
        families.addAll(database.others(states));
      } else {
        families.add(state.name());
      }
    }
    return families;
  }

  private KeyedState stateOf(int family) {
    return states.get(Math.min(family, states.size() - 1));
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
      RocksIterator entries = state < iterators.length ? iterators[state] : null;
      if (entries != null && hasEntryInGroup(entries)) {
        read(entries);
        return true;
      }
      state++;
      if (state >= iterators.length) {
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
    KeyedState of = stateOf(state);
    entry.start(of, group);
    if (of.kind() == KeyedStateType.TIMERS) {
      CompositeKey.checkTimer(key, valueBytes.length);
    } else {
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
