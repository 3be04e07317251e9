// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.source.SourceContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;

/**
 * The Flink source of a file source with several readers. Its enumerator lists the files; after a
 * restart it is told what the readers had read, since a file is found again among all of them.
 */
final class ParallelFileInput extends FileInput implements SupportsSplitReassignmentOnRecovery {
  private static final long serialVersionUID = 1L;

  private static final int WINDOW = 16;

  ParallelFileInput(SourceContext context, FileSource options) {
    super(context, options);
  }

  @Override
  boolean parallel() {
    return true;
  }

  @Override
  int window() {
    return WINDOW;
  }

  @Override
  public SplitEnumerator<FileSplit, UnassignedFiles> restoreEnumerator(
      SplitEnumeratorContext<FileSplit> readers, UnassignedFiles files) {
    return new FileEnumerator(readers, this, files);
  }
}
