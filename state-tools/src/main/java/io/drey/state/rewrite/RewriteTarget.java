// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.io.IOException;
import java.io.OutputStream;

/** Where a savepoint is written. */
public interface RewriteTarget {
  /** Keeps nothing, to see what would be written. */
  RewriteTarget NOWHERE =
      new RewriteTarget() {
        @Override
        public OutputStream create(String name) {
          return OutputStream.nullOutputStream();
        }

        @Override
        public void copy(SnapshotFiles files, FileSlice slice, String name) {
          files.locate(slice);
        }
      };

  /** Returns a directory as a target. */
  static RewriteTarget of(SavepointDirectory directory) {
    return new RewriteTarget() {
      @Override
      public OutputStream create(String name) throws IOException {
        return directory.create(name);
      }

      @Override
      public void copy(SnapshotFiles files, FileSlice slice, String name) throws IOException {
        files.copy(slice, directory.file(name));
      }
    };
  }

  /** Creates a file; the caller has to close the stream. */
  OutputStream create(String name) throws IOException;

  /** Copies a file or a part of one. */
  void copy(SnapshotFiles files, FileSlice slice, String name) throws IOException;
}
