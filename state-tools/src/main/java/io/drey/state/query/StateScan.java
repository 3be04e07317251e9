// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query;

import io.drey.state.snapshot.file.LocalDirectories;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.table.types.logical.RowType;

/**
 * The state that a source reads.
 *
 * @param allowed directories to which relative names in the savepoint may lead
 * @param operator the hash of the operator
 * @param isKeyed whether it is keyed state rather than operator state
 * @param run the run whose {@link Notes} it adds to: its directory for temporary files
 */
record StateScan(
    String location,
    List<String> allowed,
    String operator,
    String state,
    boolean isKeyed,
    String run)
    implements Serializable {
  /** The savepoint. */
  SnapshotFiles files() {
    return SnapshotFiles.at(
        location, new LocalDirectories(allowed.stream().map(Path::of).toList(), Path.of(run)));
  }

  /**
   * The columns and rows of it that a query needs.
   *
   * @param columns the columns that the query needs
   * @param limit the greatest number of rows to read
   */
  record Part(StateScan of, RowType columns, long limit) implements Serializable {}
}
