// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.direct;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.UnionTransformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * An output of an operator in the graph of a job.
 *
 * @param node the id of the operator
 * @param tag null for the main output
 */
record EmittedBy(int node, @Nullable OutputTag<?> tag) {
  /** Those that a stream consists of. */
  static List<EmittedBy> of(DataStream<?> stream) {
    return of(stream.getTransformation()).toList();
  }

  private static Stream<EmittedBy> of(Transformation<?> stream) {
    if (stream instanceof UnionTransformation<?> union) {
      return union.getInputs().stream().flatMap(EmittedBy::of);
    }
    return stream instanceof SideOutputTransformation<?> named
        ? Stream.of(new EmittedBy(named.getInputs().get(0).getId(), named.getOutputTag()))
        : Stream.of(new EmittedBy(stream.getId(), null));
  }
}
