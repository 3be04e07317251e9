// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.upgrade;

/** The classes of the Flink that this program is made with. */
final class FlinkClasses {
  private static final String FLINK = "org.apache.flink.";

  private FlinkClasses() {}

  /** Whether a class is one of Flink's that is no more; those of connectors are not known. */
  static boolean isGone(String className) {
    String resource = className.replace('.', '/') + ".class";
    return className.startsWith(FLINK)
        && className.indexOf(' ') < 0
        && FlinkClasses.class.getClassLoader().getResource(resource) == null;
  }
}
