// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import io.drey.jobs.graph.JobGraph;
import io.drey.jobs.graph.RunMode;
import io.drey.jobs.pipeline.Checkpoint;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.SinkEntry;
import io.drey.jobs.pipeline.SourceEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks, where a job is submitted, what it would read and write on a cluster.
 *
 * @param restored whether the job continues from a savepoint
 */
public record TargetChecks(Pipeline pipeline, boolean restored) {
  /** Why the pipeline makes no sense on any cluster, with what to do. */
  public List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    for (SourceEntry source : pipeline.sources().values()) {
      if (source.source().isOfThisProcess()) {
        mistakes.add("Cannot read source '" + source.id() + "' on a cluster: it is standard input");
      }
      checkPath("source '" + source.id() + "'", source.source().path(), mistakes);
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
   * overwritten, if that can be done here.
   *
   * @param sharesFiles whether the cluster sees the files of this machine
   * @return what was not checked, in one line; nothing if everything was
   */
  public List<String> prepare(boolean sharesFiles) throws IOException {
    if (sharesFiles) {
      JobGraph.prepare(pipeline, new RunMode(false, restored));
      return List.of();
    }
    List<String> unchecked = new ArrayList<>();
    for (SourceEntry source : pipeline.sources().values()) {
      if (source.source().path() != null) {
        unchecked.add("source '" + source.id() + "'");
      }
    }
    for (SinkEntry sink : pipeline.sinks().values()) {
      if (sink.sink().overwrites() && !restored) {
        throw new IllegalArgumentException(
            "Cannot overwrite what sink '"
                + sink.id()
                + "' wrote before: the files are not those of this machine (mode append, or"
                + " another path)");
      }
      if (sink.sink().path() != null) {
        unchecked.add("sink '" + sink.id() + "'");
      }
    }
    return unchecked.isEmpty()
        ? List.of()
        : List.of(
            "Not checked, as the cluster may see other files: " + String.join(", ", unchecked));
  }
}
