// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs many cases in a few jobs: in a job, each case has its own source, steps and sinks. */
final class PeerRun {
  private static final int CASES_PER_JOB = 25;

  private final TestingRun runs;
  private final Map<PeerCase, Map<String, List<String>>> answers = new HashMap<>();

  private PeerRun(Path directory) {
    runs = new TestingRun(directory);
  }

  /** What came out for each case, by output. */
  static Map<PeerCase, Map<String, List<String>>> answers(List<PeerCase> cases, Path directory)
      throws Exception {
    PeerRun run = new PeerRun(directory);
    // of one pipeline, all sources have a time or none has
    for (List<PeerCase> timed :
        cases.stream().collect(Collectors.partitioningBy(PeerCase::hasTime)).values()) {
      for (int from = 0; from < timed.size(); from += CASES_PER_JOB) {
        run.run(timed.subList(from, Math.min(from + CASES_PER_JOB, timed.size())));
      }
    }
    return run.answers;
  }

  /** Why the steps of a case are refused. */
  static List<String> problems(PeerCase one) {
    String pipeline = pipeline(Map.of("wrong", one));
    ExternalValues outside = new ExternalValues(any -> null, Map.of("DIR", "anywhere"));
    return PipelineFile.parse("peers.yaml", pipeline, outside).problems().stream()
        .filter(Problem::isError)
        .map(Problem::message)
        .toList();
  }

  private void run(List<PeerCase> cases) throws Exception {
    Map<String, PeerCase> byId = new LinkedHashMap<>();
    for (PeerCase one : cases) {
      String id = "case" + (answers.size() + byId.size());
      byId.put(id, one);
      runs.write("in-" + id, one.in());
    }
    try {
      runs.run(pipeline(byId));
    } catch (AssertionError e) {
      throw new AssertionError("Cannot run " + culprits(byId), e);
    }
    for (Map.Entry<String, PeerCase> one : byId.entrySet()) {
      answers.put(one.getValue(), answer(one.getKey(), one.getValue()));
    }
  }

  private static String pipeline(Map<String, PeerCase> cases) {
    StringBuilder sources = new StringBuilder();
    StringBuilder steps = new StringBuilder();
    StringBuilder sinks = new StringBuilder();
    cases.forEach(
        (id, one) -> {
          sources.append(one.source(id));
          steps.append(one.steps(id));
          sinks.append(one.sinks(id));
        });
    return "version: 1\nname: peers\nsources:\n%ssteps:\n%ssinks:\n%ssettings: {parallelism: %d}\n"
        .formatted(sources, steps, sinks, TestingWay.isCluster() ? 2 : 1);
  }

  /** The cases whose steps are refused, each with the reason. */
  private String culprits(Map<String, PeerCase> cases) {
    StringBuilder culprits = new StringBuilder();
    cases.forEach(
        (id, one) -> {
          try {
            runs.load(pipeline(Map.of(id, one)), RunOptions.PLAIN);
          } catch (AssertionError e) {
            culprits.append(one).append(": ").append(e.getMessage()).append('\n');
          }
        });
    return culprits.toString();
  }

  private Map<String, List<String>> answer(String id, PeerCase one) throws IOException {
    Map<String, List<String>> answer = new LinkedHashMap<>();
    for (String output : one.outputs().keySet()) {
      answer.put(output, runs.read(output + "-" + id));
    }
    return answer;
  }
}
