// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Limits that keep paths short, and harmless in a browser. */
final class PathLimits {
  private static final int MOST_NAMES = 32;
  private static final int LONGEST_NAME = 256;
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private PathLimits() {}

  static void check(Op op) throws OpFailedException {
    List<String> names = op.path().names();
    if (names.size() > MOST_NAMES) {
      throw new OpFailedException(
          ".path.too_deep",
          "Invalid path: must have at most " + MOST_NAMES + " names but was " + names.size());
    }
    for (String name : names) {
      check(name);
    }
  }

  private static void check(String name) throws OpFailedException {
    if (name.isEmpty()) {
      throw new OpFailedException(
          ".path.empty_segment", "Invalid name in path: must not be empty but was ''");
    }
    if (isTooLong(name)) {
      throw new OpFailedException(
          ".path.segment_too_long",
          "Invalid name in path: must be at most "
              + LONGEST_NAME
              + " bytes but was "
              + name.getBytes(UTF_8).length);
    }
    if (Prototypes.has(name)) {
      throw new OpFailedException(
          ".path.proto_polluted",
          "Invalid name in path: " + Prototypes.RULE + " but was '" + name + "'");
    }
  }

  private static boolean isTooLong(String name) {
    return name.length() > LONGEST_NAME / MOST_BYTES_OF_A_CHAR
        && name.getBytes(UTF_8).length > LONGEST_NAME;
  }
}
