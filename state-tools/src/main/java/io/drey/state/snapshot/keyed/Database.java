// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.DatabaseFile;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * A RocksDB or ForSt database, opened read-only in a temporary directory that has its files under
 * the names it expects. Tables of local snapshots are linked, and never written to; all other files
 * are copied.
 */
final class Database implements AutoCloseable {
  private static final String TABLE = ".sst";

  private static final String DEFAULT_FAMILY = "default";

  /** The merge operator of Flink's lists. */
  private static final String MERGE_OPERATOR = "stringappendtest";

  private final String name;
  private final Path directory;
  private final DBOptions options = new DBOptions().setInfoLogLevel(InfoLogLevel.FATAL_LEVEL);
  private final ColumnFamilyOptions familyOptions =
      new ColumnFamilyOptions().setMergeOperatorName(MERGE_OPERATOR);
  private final Map<String, ColumnFamilyHandle> families = new HashMap<>();
  private final Set<String> tables = new HashSet<>();
  private @Nullable RocksDB db;

  private Database(String name, Path directory) {
    this.name = name;
    this.directory = directory;
  }

  /** Opens the database of a handle. */
  static Database open(SnapshotFiles files, KeyedHandle.Database handle) {
    String name = files.locate(handle.header()).getPath();
    try {
      Database database = new Database(name, Files.createTempDirectory("drey-state"));
      try {
        database.fetch(files, handle);
        database.open();
        return database;
      } catch (IOException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (IOException e) {
      throw new SavepointException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private void fetch(SnapshotFiles files, KeyedHandle.Database handle) throws IOException {
    for (DatabaseFile file : handle.files()) {
      Path target = directory.resolve(file.name()).normalize();
      if (!target.startsWith(directory) || target.equals(directory)) {
        throw new SavepointException(
            name, "a file of its database has the invalid name '" + file.name() + "'");
      }
      if (file.name().endsWith(TABLE)) {
        files.link(file.slice(), target);
        tables.add(file.name());
      } else {
        files.copy(file.slice(), target);
      }
    }
  }

  private void open() {
    RocksDB.loadLibrary();
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (Options plain = new Options()) {
      List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
      for (byte[] family : RocksDB.listColumnFamilies(plain, directory.toString())) {
        descriptors.add(new ColumnFamilyDescriptor(family, familyOptions));
      }
      db = RocksDB.openReadOnly(options, directory.toString(), descriptors, handles);
      for (ColumnFamilyHandle handle : handles) {
        families.put(new String(handle.getName(), UTF_8), handle);
      }
    } catch (RocksDBException e) {
      throw damaged(e);
    }
  }

  /** Returns the entries of a state from a key on; null if the state never had an entry. */
  @Nullable RocksIterator entries(String state, byte[] from) {
    ColumnFamilyHandle family = families.get(state);
    if (family == null || db == null) {
      return null;
    }
    RocksIterator entries = db.newIterator(family);
    entries.seek(from);
    return entries;
  }

  /**
   * Returns what is inconsistent: RocksDB does not detect that the end of its manifest, the list of
   * its states and tables, is missing.
   */
  List<String> mismatches(List<KeyedState> states) {
    Set<String> missing = new TreeSet<>();
    for (KeyedState state : states) {
      if (!families.containsKey(state.name()) && state.kind() != KeyedStateType.UNKNOWN) {
        missing.add("its database does not have the state '" + state.name() + "'");
      }
    }
    List<String> mismatches = new ArrayList<>(missing);
    if (states.stream().noneMatch(state -> state.kind() == KeyedStateType.UNKNOWN)) {
      others(states)
          .forEach(name -> mismatches.add("its header does not have the state '" + name + "'"));
    }
    unused().forEach(name -> mismatches.add("its database does not use its table " + name));
    return mismatches;
  }

  /** Returns the names of its states other than those of a list. */
  Set<String> others(List<KeyedState> states) {
    Set<String> others = new TreeSet<>(families.keySet());
    states.forEach(state -> others.remove(state.name()));
    others.remove(DEFAULT_FAMILY);
    return others;
  }

  private Set<String> unused() {
    Set<String> unused = new TreeSet<>(tables);
    if (db != null) {
      for (LiveFileMetaData file : db.getLiveFilesMetaData()) {
        unused.remove(file.fileName().replace("/", ""));
      }
    }
    return unused;
  }

  /** Returns the exception to throw if the database reports that it is damaged. */
  SavepointException damaged(RocksDBException e) {
    String message = String.valueOf(e.getMessage()).replace(directory + "/", "");
    return new SavepointException(name, "its database is damaged: " + message, e);
  }

  String name() {
    return name;
  }

  @Override
  public void close() {
    families.values().forEach(ColumnFamilyHandle::close);
    if (db != null) {
      db.close();
    }
    familyOptions.close();
    options.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new SavepointException(directory.toString(), String.valueOf(e.getMessage()), e);
    }
  }
}
