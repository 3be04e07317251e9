// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

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

  ParallelFileInput(String sourceId, FileSource options, boolean keepOpen) {
    super(sourceId, options, keepOpen);
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
      SplitEnumeratorContext<FileSplit> context, UnassignedFiles files) {
    return new FileEnumerator(context, this, files);
  }
}
