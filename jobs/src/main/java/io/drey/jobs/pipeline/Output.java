// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * An output of a source or step, or of a sink that rejects events.
 *
 * @param vertex the id of the source, step or sink
 * @param name {@link #MAIN}, or the name of a side output
 */
public record Output(String vertex, String name) {
  /** The output that an id without a name refers to. */
  public static final String MAIN = "";

  public static Output main(String vertex) {
    return new Output(vertex, MAIN);
  }

  /** Parses {@code id} or {@code id.output}. */
  static Output parse(String reference) {
    int dot = reference.indexOf('.');
    return dot < 0
        ? main(reference)
        : new Output(reference.substring(0, dot), reference.substring(dot + 1));
  }

  public boolean isMain() {
    return name.equals(MAIN);
  }

  // Those of a record are linked at run time, which takes longer than all that a start looks up.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Output output
        && output.vertex.equals(vertex)
        && output.name.equals(name);
  }

  @Override
  public int hashCode() {
    return 31 * vertex.hashCode() + name.hashCode();
  }

  /** The notation of pipeline files. */
  @Override
  public String toString() {
    return isMain() ? vertex : vertex + "." + name;
  }
}
