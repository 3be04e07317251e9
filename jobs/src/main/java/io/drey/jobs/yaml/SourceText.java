// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The text of a file; converts indexes in code points to lines and columns. */
final class SourceText {
  private final int[] codePoints;
  private final List<Integer> lineStarts = new ArrayList<>();

  SourceText(String text) {
    codePoints = text.codePoints().toArray();
    lineStarts.add(0);
    for (int i = 0; i < codePoints.length; i++) {
      if (codePoints[i] == '\n') {
        lineStarts.add(i + 1);
      }
    }
  }

  int length() {
    return codePoints.length;
  }

  int at(int index) {
    return codePoints[index];
  }

  Position position(int index) {
    int found = Collections.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, index - lineStarts.get(line) + 1);
  }
}
