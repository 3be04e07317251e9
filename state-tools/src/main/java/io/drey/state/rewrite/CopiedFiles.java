// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite;

import io.drey.state.snapshot.file.FileSlice;
import io.drey.state.snapshot.metadata.ByteRange;
import io.drey.state.snapshot.metadata.FileReference;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Copies files from one snapshot to another, each once, under their own names. */
final class CopiedFiles {
  private final SnapshotFiles files;
  private final Metadata metadata;
  private final RewriteTarget target;
  private final Map<FileSlice, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  CopiedFiles(SnapshotFiles files, Metadata metadata, RewriteTarget target) {
    this.files = files;
    this.metadata = metadata;
    this.target = target;
  }

  /** Copies all files that a part of the metadata names. */
  void add(ByteRange range) throws IOException {
    for (FileReference reference : metadata.referencesIn(range)) {
      add(reference.slice());
    }
  }

  /** Copies a file or a part of one, unless that was done before. */
  private void add(FileSlice slice) throws IOException {
    if (!names.containsKey(slice)) {
      String name = free(files.locate(slice).getName());
      target.copy(files, slice, name);
      names.put(slice, name);
    }
  }

  /** Takes the name of a file that is written anew. */
  String create(String name) {
    return free(name);
  }

  private String free(String wanted) {
    String name = wanted;
    // file systems may take letters of both cases for the same
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /** The new names of all copied files. */
  Map<FileSlice, String> names() {
    return Map.copyOf(names);
  }
}
