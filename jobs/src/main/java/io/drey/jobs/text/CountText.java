// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.text;

import java.util.Locale;

/** Numbers of things, such as {@code 1,024 keys}. */
public final class CountText {
  private CountText() {}

  /** Returns a count and what is counted, in the singular or the plural. */
  public static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
