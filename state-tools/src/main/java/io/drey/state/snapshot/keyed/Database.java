// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.snapshot.SavepointException;
import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.file.TemporaryDirectory;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.DatabaseFile;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private final TemporaryDirectory directory;
  private final DBOptions options = new DBOptions().setInfoLogLevel(InfoLogLevel.FATAL_LEVEL);
  private final ColumnFamilyOptions familyOptions =
      new ColumnFamilyOptions().setMergeOperatorName(MERGE_OPERATOR);
  private final Map<String, ColumnFamilyHandle> families = new HashMap<>();
  private final Set<String> tables = new HashSet<>();
  private @Nullable RocksDB db;

  private Database(String name, TemporaryDirectory directory) {
    this.name = name;
    this.directory = directory;
  }

  /**
   * Opens the database of a handle.
   *
   * @throws java.io.UncheckedIOException if its files cannot be copied
   */
  static Database open(SnapshotFiles files, KeyedHandle.Database handle) {
    String name = files.locate(handle.header()).getPath();
    Database database = new Database(name, files.createDirectory());
    try {
      database.fetch(files, handle);
      database.open();
      return database;
    } catch (IOException e) {
      database.close();
      throw database.directory.failed(e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void fetch(SnapshotFiles files, KeyedHandle.Database handle) throws IOException {
    Map<Path, FileSlice> copied = new LinkedHashMap<>();
    for (DatabaseFile file : handle.files()) {
      Path target = target(file.name());
      boolean isTable = file.name().endsWith(TABLE);
      if (isTable) {
        tables.add(file.name());
      }
      if (!isTable || !files.link(file.slice(), target)) {
        copied.put(target, file.slice());
      }
    }
    directory.require(copied.values().stream().mapToLong(FileSlice::length).sum());
    for (Map.Entry<Path, FileSlice> file : copied.entrySet()) {
      files.copy(file.getValue(), file.getKey());
    }
  }

  private Path target(String file) {
    Path target = directory.path().resolve(file).normalize();
    if (!target.startsWith(directory.path()) || target.equals(directory.path())) {
      throw new SavepointException(
          name, "a file of its database has the invalid name '" + file + "'");
    }
    return target;
  }

  private void open() {
    RocksDB.loadLibrary();
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    try (Options plain = new Options()) {
      List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
      for (byte[] family : RocksDB.listColumnFamilies(plain, directory.path().toString())) {
        descriptors.add(new ColumnFamilyDescriptor(family, familyOptions));
      }
      db = RocksDB.openReadOnly(options, directory.path().toString(), descriptors, handles);
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
    String message = String.valueOf(e.getMessage()).replace(directory.path() + "/", "");
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
    directory.close();
  }
}
