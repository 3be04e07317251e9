// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source;

/** The context of a source {@code in}, alone in its job. */
public final class TestingContext {
  /** Ends with its input. */
  public static final SourceContext ENDING = new SourceContext("in", "p", 1, false, false);

  /** Stays open after its input. */
  public static final SourceContext OPEN = new SourceContext("in", "p", 1, true, false);

  /** Ends with its input; its events carry their origin. */
  public static final SourceContext TRACED = new SourceContext("in", "p", 1, false, true);

  private TestingContext() {}
}
