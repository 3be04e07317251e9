// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a check.
 *
 * @param operator null if it does not concern a single operator
 * @param state null if it does not concern a single state
 * @param advice what to do about it
 */
public record Finding(
    Severity severity,
    @Nullable String operator,
    @Nullable String state,
    String finding,
    String advice) {
  /** How bad a finding is, the worst first. */
  public enum Severity {
    DAMAGE,
    /** Not damage, but nothing that can be read without a job or its classes. */
    UNSUPPORTED,
    WARNING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isDamage() {
    return severity == Severity.DAMAGE;
  }
}
