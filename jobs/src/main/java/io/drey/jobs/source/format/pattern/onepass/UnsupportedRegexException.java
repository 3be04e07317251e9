// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern.onepass;

/** A regular expression has no table: another engine has to match it. */
public final class UnsupportedRegexException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsupportedRegexException() {
    super("No table for this regular expression", null, false, false);
  }
}
