package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.metadata.KeyGroups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Databases, in which each state is a column family of its own name. Their tables may hold more key
 * groups than the handle, since they are shared with other subtasks after a change of parallelism.
 */
final class DatabaseEntries implements Entries {
  private final Database database;
  private final List<KeyedState> states;
  private final KeyGroups groups;
  private final int prefixBytes;
  private final Entry entry;
  private final ByteReader key = ByteReader.views();
  private final ByteReader value = ByteReader.views();
  private final List<String> mismatches;
  private int nextState;
  private @Nullable RocksIterator current;

  DatabaseEntries(
      Database database, List<KeyedState> states, KeyGroups groups, int maxParallelism) {
    this.database = database;
    this.states = states;
    this.groups = groups;
    this.prefixBytes = CompositeKey.prefixBytes(maxParallelism);
    this.entry = new Entry(KeyedState.NONE);
    this.mismatches = database.mismatches(states);
  }

  @Override
  public List<KeyedState> states() {
    return states;
  }

  @Override
  public boolean countsListElements() {
    return false;
  }

  @Override
  public boolean next() {
    while (true) {
      RocksIterator entries = current;
      if (entries == null) {
        if (nextState == states.size()) {
          checkMismatches();
          return false;
        }
        current = database.entries(states.get(nextState++).name(), prefix(groups.first()));
      } else if (entries.isValid() && read(entries)) {
        return true;
      } else {
        leaveState(entries);
      }
    }
  }

  /** Says once what is missing, after all that is there. */
  private void checkMismatches() {
    if (!mismatches.isEmpty()) {
      String reason = String.join(", ", mismatches);
      mismatches.clear();
      throw new SavepointException(database.name(), reason);
    }
  }

  private byte[] prefix(int keyGroup) {
    return prefixBytes == 1
        ? new byte[] {(byte) keyGroup}
        : new byte[] {(byte) (keyGroup >> Byte.SIZE), (byte) keyGroup};
  }

  /** Fills the entry, unless it is of a key group beyond those of the handle. */
  private boolean read(RocksIterator entries) {
    byte[] keyBytes = entries.key();
    byte[] valueBytes = entries.value();
    // first of all, so that an entry that is damaged is passed
    entries.next();
    key.wrap(database.name(), keyBytes, keyBytes.length);
    int group = key.readUnsignedByte();
    if (prefixBytes == 2) {
      group = group << Byte.SIZE | key.readUnsignedByte();
    }
    if (!groups.contains(group)) {
      return false;
    }
    KeyedState state = states.get(nextState - 1);
    entry.start(state, group);
    if (state.kind() != StateKind.TIMERS) {
      value.wrap(database.name(), valueBytes, valueBytes.length);
      entry.value().view(value, 0, valueBytes.length);
    }
    CompositeKey.split(key, keyBytes.length, entry);
    return true;
  }

  /** Whoever goes on after damage does so with the next state. */
  private void leaveState(RocksIterator entries) {
    current = null;
    try (entries) {
      entries.status();
    } catch (RocksDBException e) {
      throw database.damaged(e);
    }
  }

  @Override
  public Entry entry() {
    return entry;
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
    database.close();
  }
}
