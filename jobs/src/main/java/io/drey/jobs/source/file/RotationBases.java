// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import io.drey.jobs.path.FilePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The files that others were rotated from. Between its renaming and its new creation such a file is
 * missing for a moment: once seen, it counts as there.
 */
final class RotationBases {
  private final Set<String> seen = new HashSet<>();
  private final Set<String> missing = new HashSet<>();

  /** Forgets what was missing in the last listing. */
  void beginListing() {
    missing.clear();
  }

  void see(String path) {
    seen.add(path);
  }

  /** Whether there is, or was, such a file. */
  boolean exists(String path) throws IOException {
    if (seen.contains(path)) {
      return true;
    }
    if (!missing.contains(path) && FilePath.exists(path)) {
      seen.add(path);
      return true;
    }
    missing.add(path);
    return false;
  }

  /** Whether a name looks like a rotated one but for its base, which is not there. */
  boolean isAnyMissing() {
    return !missing.isEmpty();
  }
}
