// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.header.StateHeader.Backing;
import io.drey.state.snapshot.metadata.KeyedHandle;
import io.drey.state.snapshot.metadata.KeyedHandle.Database;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells databases of ForSt from those of RocksDB, whose files are alike. State of the asynchronous
 * API is ForSt's. Else the options of the database tell, which are stored in it: ForSt partitions
 * its index and filters, and logs into a directory of the task's attempt. RocksDB that was
 * configured to partition them ({@code state.backend.rocksdb.memory.partitioned-index-filters}) is
 * taken for ForSt; ForSt that was configured not to, in a process with a log file, for RocksDB.
 */
public final class ForStFiles {
  private static final String OPTIONS = "OPTIONS-";
  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern PARTITIONED = Pattern.compile("\\bpartition_filters=true\\b");
  private static final Pattern INDEX = Pattern.compile("\\bindex_type=kTwoLevelIndexSearch\\b");
  private static final Pattern LOGS = Pattern.compile("\\bdb_log_dir=\\S*__attempt_\\d+/db\\b");

  private ForStFiles() {}

  /** Whether the keyed state of an operator is in databases of ForSt. */
  public static boolean areOf(SnapshotFiles files, OperatorSnapshot operator) {
    return operator.subtasks().stream()
        .map(subtask -> subtask.managedKeyed() instanceof Database database ? database : null)
        .filter(Objects::nonNull)
        .findFirst()
        .map(database -> isOfForSt(files, database))
        .orElse(false);
  }

  private static boolean isOfForSt(SnapshotFiles files, Database database) {
    boolean isAsync =
        KeyedHandles.header(files, database).states().stream()
            .anyMatch(state -> state.backing() == Backing.KEY_VALUE_V2);
    return isAsync
        || database.files().stream()
            .filter(file -> file.name().startsWith(OPTIONS))
            .anyMatch(file -> areOfForSt(options(files, file)));
  }

  private static boolean areOfForSt(String options) {
    return LOGS.matcher(options).find()
        || (PARTITIONED.matcher(options).find() && INDEX.matcher(options).find());
  }

  private static String options(SnapshotFiles files, KeyedHandle.DatabaseFile file) {
    try (ByteReader in = files.open(file.slice())) {
      return new String(in.readBytes((int) Math.min(MOST_BYTES, in.remaining())), UTF_8);
    }
  }
}
