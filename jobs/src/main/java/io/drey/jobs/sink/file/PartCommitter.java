// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.core.fs.RecoverableWriter;

/** Gives finished parts their final names; idempotent. */
final class PartCommitter implements Committer<Recoverable> {
  private final RecoverableWriter files;

  PartCommitter(RecoverableWriter files) {
    this.files = files;
  }

  @Override
  public void commit(Collection<CommitRequest<Recoverable>> requests) throws IOException {
    for (CommitRequest<Recoverable> request : requests) {
      files
          .recoverForCommit(request.getCommittable().read(files.getCommitRecoverableSerializer()))
          .commitAfterRecovery();
    }
  }

  @Override
  public void close() {}
}
