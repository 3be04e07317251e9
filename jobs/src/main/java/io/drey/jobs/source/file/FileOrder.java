// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which order the files of a source are read. */
public enum FileOrder {
  /** By name, with rotated files before the file that they were rotated from, oldest first. */
  ROTATION {
    @Override
    List<InputFile> sort(List<InputFile> files, RotationBases bases) throws IOException {
      RotatedNames names = new RotatedNames(bases);
      Map<String, RotatedName> parsed = new HashMap<>();
      for (InputFile file : files) {
        parsed.put(file.path(), names.parse(file.path()));
      }
      return sorted(files, Comparator.comparing(file -> parsed.get(file.path())));
    }
  },

  /** By name, where numbers count as such. */
  NAME {
    @Override
    List<InputFile> sort(List<InputFile> files, RotationBases bases) {
      return sorted(files, BY_NAME);
    }
  },

  /** By the time of their last change. */
  MODIFIED {
    @Override
    List<InputFile> sort(List<InputFile> files, RotationBases bases) {
      return sorted(files, Comparator.comparingLong(InputFile::modified).thenComparing(BY_NAME));
    }
  };

  private static final Comparator<InputFile> BY_NAME =
      Comparator.comparing(InputFile::path, NaturalOrder.INSTANCE);

  abstract List<InputFile> sort(List<InputFile> files, RotationBases bases) throws IOException;

  private static List<InputFile> sorted(List<InputFile> files, Comparator<InputFile> order) {
    List<InputFile> sorted = new ArrayList<>(files);
    sorted.sort(order);
    return sorted;
  }
}
