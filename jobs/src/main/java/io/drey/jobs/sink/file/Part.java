package io.drey.jobs.sink.file;

import io.drey.jobs.sink.line.LineOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter;

/** A file that is being written and bears a hidden name. */
final class Part {
  private final RecoverableWriter files;
  private final RecoverableFsDataOutputStream stream;
  private final LineOutput out;

  /** Its hidden names, as long as no checkpoint knows of it. */
  private final Set<Path> unknown;

  private Part(RecoverableWriter files, RecoverableFsDataOutputStream stream, Set<Path> unknown) {
    this.files = files;
    this.stream = stream;
    this.out = new LineOutput(stream);
    this.unknown = unknown;
  }

  static Part create(RecoverableWriter files, FileOutput target, Path path) throws IOException {
    Set<Path> before = new HashSet<>(target.unfinished(path));
    RecoverableFsDataOutputStream stream = files.open(path);
    Set<Path> added = new HashSet<>(target.unfinished(path));
    added.removeAll(before);
    return new Part(files, stream, added);
  }

  /** Goes on behind what a checkpoint knows; what came after it is cut off. */
  static Part recover(RecoverableWriter files, Recoverable state) throws IOException {
    return new Part(
        files, files.recover(state.read(files.getResumeRecoverableSerializer())), new HashSet<>());
  }

  LineOutput out() {
    return out;
  }

  /** Makes what was written so far last, for a checkpoint. */
  Recoverable persist() throws IOException {
    out.flush();
    unknown.clear();
    return Recoverable.of(files.getResumeRecoverableSerializer(), stream.persist());
  }

  /** Ends it; whoever is given the result can give it its own name. */
  Recoverable finish() throws IOException {
    out.flush();
    return Recoverable.of(
        files.getCommitRecoverableSerializer(), stream.closeForCommit().getRecoverable());
  }

  /** Leaves it for recovery, or removes it if no checkpoint knows of it. */
  void abandon() throws IOException {
    stream.close();
    for (Path path : unknown) {
      boolean unused = path.getFileSystem().delete(path, false);
    }
  }
}
