// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.RunMode;
import io.drey.jobs.pipeline.Checkpoint;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.pipeline.StepEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks, where a job is submitted, what it would read and write on a cluster.
 *
 * @param restored whether the job continues from a savepoint
 * @param takesOver whether sinks may end what another job has left open
 * @param sharesFiles whether the cluster sees the files of this machine
 */
public record TargetChecks(
    Pipeline pipeline, boolean restored, boolean takesOver, boolean sharesFiles) {
  /** Why the pipeline makes no sense on any cluster, with what to do. */
  public List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    for (SourceEntry source : pipeline.sources().values()) {
      if (source.source().isOfThisProcess()) {
        mistakes.add("Cannot read source '" + source.id() + "' on a cluster: it is standard input");
      }
      source
          .source()
          .paths()
          .forEach(path -> checkPath("source '" + source.id() + "'", path, mistakes));
    }
    for (StepEntry step : pipeline.steps()) {
      if (step.step().mayEndRun()) {
        mistakes.add(
            "Cannot run step '"
                + step.id()
                + "' on a cluster: its script calls stop(...), which ends a local run only");
      }
    }
    for (SinkEntry sink : pipeline.sinks().values()) {
      checkPath("sink '" + sink.id() + "'", sink.sink().path(), mistakes);
    }
    Checkpoint checkpoint = pipeline.settings().checkpoint();
    checkPath("settings.checkpoint", checkpoint == null ? null : checkpoint.dir(), mistakes);
    return mistakes;
  }

  private static void checkPath(String whose, @Nullable String path, List<String> mistakes) {
    if (path != null && !isAbsolute(path)) {
      mistakes.add(
          "Invalid path of "
              + whose
              + ": must be absolute or a URI, since processes of a cluster have other working"
              + " directories, but was '"
              + path
              + "'");
    }
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  }

  /** What hardly makes sense on a cluster. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (SinkEntry sink : pipeline.sinks().values()) {
      String place = sink.sink().placeOnCluster();
      if (place != null) {
        warnings.add("the output of sink '" + sink.id() + "' goes to " + place);
      }
    }
    return warnings;
  }

  /**
   * Checks that sources have something to read and sinks can write, and deletes what is to be
   * overwritten, as far as that is seen from here.
   *
   * @return what is not seen
   * @throws IllegalArgumentException if a sink cannot write, or is to overwrite what is not seen
   */
  public List<String> prepare() throws IOException {
    List<String> unseen = new ArrayList<>();
    for (SinkEntry sink : pipeline.sinks().values()) {
      if (!sees(sink.sink().path()) && sink.sink().overwrites() && !restored) {
        throw new IllegalArgumentException(
            "Cannot overwrite what sink '"
                + sink.id()
                + "' wrote before: it is not seen from this machine (mode append, or another"
                + " path)");
      }
    }
    for (SourceEntry source : pipeline.sources().values()) {
      if (source.source().paths().stream().allMatch(this::sees)) {
        source.source().prepare(source.id());
      } else {
        unseen.add("source '" + source.id() + "'");
      }
    }
    for (SinkEntry sink : pipeline.sinks().values()) {
      if (sees(sink.sink().path())) {
        // The cluster may be configured to take checkpoints: only main will know.
        JobGraph.prepare(sink, pipeline, new RunMode(false, restored, takesOver), true);
      } else {
        unseen.add("sink '" + sink.id() + "'");
      }
    }
    return unseen;
  }

  /** Whether a path is one of this machine, and of the cluster too. */
  public boolean sees(@Nullable String path) {
    return path == null || (sharesFiles && (path.startsWith("/") || path.startsWith("file:")));
  }
}
