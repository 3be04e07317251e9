// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import io.drey.jobs.path.FilePath;
import io.drey.jobs.sink.line.LineOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter;

/** A part file that is being written under a hidden name. */
final class Part {
  private final RecoverableWriter files;
  private final RecoverableFsDataOutputStream stream;
  private final LineOutput out;

  /** The hidden names of the part while it is in no checkpoint. */
  private final Set<Path> unknown;

  private Part(RecoverableWriter files, RecoverableFsDataOutputStream stream, Set<Path> unknown) {
    this.files = files;
    this.stream = stream;
    this.out = new LineOutput(stream);
    this.unknown = unknown;
  }

  static Part create(RecoverableWriter files, FileTarget target, Path path) throws IOException {
    Set<Path> before = new HashSet<>(target.unfinished(path));
    RecoverableFsDataOutputStream stream = files.open(path);
    Set<Path> added = new HashSet<>(target.unfinished(path));
    added.removeAll(before);
    return new Part(files, stream, added);
  }

  /** Continues after the bytes that are in the checkpoint; later ones are cut off. */
  static Part recover(RecoverableWriter files, Recoverable state) throws IOException {
    return new Part(
        files, files.recover(state.read(files.getResumeRecoverableSerializer())), new HashSet<>());
  }

  LineOutput out() {
    return out;
  }

  /** Persists what has been written so far, for a checkpoint. */
  Recoverable persist() throws IOException {
    out.flush();
    unknown.clear();
    Recoverable written = Recoverable.of(files.getResumeRecoverableSerializer(), stream.persist());
    written.check();
    return written;
  }

  /** Ends the part; a committer can give it its final name by the result. */
  Recoverable finish() throws IOException {
    out.flush();
    return Recoverable.of(
        files.getCommitRecoverableSerializer(), stream.closeForCommit().getRecoverable());
  }

  /** Leaves the part for recovery, or deletes it if it is in no checkpoint. */
  void abandon() throws IOException {
    stream.close();
    for (Path path : unknown) {
      boolean unused = FilePath.system(path).delete(path, false);
    }
  }
}
