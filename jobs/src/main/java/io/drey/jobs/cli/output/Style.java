// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.output;

/** How a terminal shows a text. */
public enum Style {
  /** For what somebody who only glances at the terminal must see. */
  WARNING("1;33"),
  /** For what is not as it should be. */
  BAD("31"),
  /** For what is as it should be. */
  GOOD("32"),
  /** For what is rarely looked for. */
  DIMMED("2"),
  /** For what tells lines apart. */
  NAME("36");

  private static final String ESCAPE = "\u001b[";

  private final String codes;

  Style(String codes) {
    this.codes = codes;
  }

  String of(String text) {
    return ESCAPE + codes + 'm' + text + ESCAPE + "0m";
  }
}
