// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

import java.util.List;

/** The classes of the Flink that this program is made with. */
final class FlinkClasses {
  private static final String FLINK = "org.apache.flink.";

  /** What this program runs without, and Flink 2 has as Flink 1.20 had it. */
  private static final List<String> ELSEWHERE =
      List.of(FLINK + "cep.", FLINK + "connector.", FLINK + "formats.", FLINK + "table.");

  private FlinkClasses() {}

  /** Whether a class is one of Flink's that is no more. */
  static boolean isGone(String className) {
    return className.startsWith(FLINK)
        && className.indexOf(' ') < 0
        && ELSEWHERE.stream().noneMatch(className::startsWith)
        && !isHere(className);
  }

  private static boolean isHere(String className) {
    String resource = className.replace('.', '/') + ".class";
    return FlinkClasses.class.getClassLoader().getResource(resource) != null;
  }
}
