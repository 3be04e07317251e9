// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** The table with what its reader must know. */
record Results(Workshop workshop, int rounds, Table table) {
  String markdown() throws IOException {
    long bytes = Files.size(workshop.input(Dataset.MANY_KEYS));
    return String.format(
        Locale.ROOT,
        """
        # Results

        How long small commands take to start stands in [START.md](START.md).

        `benchmarks/run.sh --write` measured this; it is not edited by hand.

        - Machine: %s.
        - Data: %,d JSON lines of %d bytes, %s, up to 5 s out of order, file to file.
        - Every job in a JVM of its own with the same flags, those of bin/drey (`%s`,
          `-Xmx4g` unless the row says otherwise), a checkpoint every 10 s, object reuse on; RocksDB with %s of managed memory.
        - Figures are medians (least – greatest) of %d rounds that go through all jobs in turn. A job's
          time is from its start to its end, without the JVM's and the cluster's.
        - `state read`: a savepoint of half as many keys, a Long and a record each, into JSON lines; whole commands,
          Drey's in a heap of 512 MiB.
        - A figure for which less is better has a bar of "at most".
        - Where a bar is missed, `profiles` says where the job's time goes (`benchmarks/run.sh --profile`).

        %s""",
        Machine.describe(),
        workshop.events(),
        Math.round((double) bytes / workshop.events()),
        Dataset.MANY_KEYS,
        String.join(" ", FileJob.FLAGS),
        Backend.ROCKSDB.managedMemory(),
        rounds,
        table.markdown());
  }
}
