// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.core.fs.RecoverableWriter;

/**
 * Gives finished parts their final names; idempotent. One that was restored may have got its name
 * before, and have been taken away since; any other must be there.
 */
final class PartCommitter implements Committer<FinishedPart> {
  private final RecoverableWriter files;
  private final long restoredFrom;

  /**
   * @param restoredFrom the checkpoint from which the job was restored: no part of it was written
   *     by a writer that was restored from it too
   */
  PartCommitter(RecoverableWriter files, long restoredFrom) {
    this.files = files;
    this.restoredFrom = restoredFrom;
  }

  @Override
  public void commit(Collection<CommitRequest<FinishedPart>> requests) throws IOException {
    for (CommitRequest<FinishedPart> request : requests) {
      FinishedPart part = request.getCommittable();
      if (part.restoredFrom() == restoredFrom) {
        part.file().check();
      }
      files
          .recoverForCommit(part.file().read(files.getCommitRecoverableSerializer()))
          .commitAfterRecovery();
    }
  }

  @Override
  public void close() {}
}
