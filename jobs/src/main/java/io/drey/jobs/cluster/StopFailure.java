// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a job was not stopped. Where its savepoint is complete but the job has failed thereafter,
 * Flink answers no more than that; the cause is among the failures of the job.
 *
 * @param operation Flink's answer on the stop
 * @param failures Flink's answer on the failures of the job
 * @param since when the stop was requested, by the cluster's clock
 */
record StopFailure(JsonNode operation, JsonNode failures, long since) {
  private static final Pattern SAVEPOINT =
      Pattern.compile("A savepoint has been created at: (\\S+), but");
  private static final String CAUSE = "Caused by: ";
  private static final Pattern CLASS = Pattern.compile("^([\\w.$]+(?:Exception|Error)): ");

  /** The reason, and where the savepoint is if there is one. */
  String reason() {
    List<String> traces = traces();
    String cause =
        traces.stream()
            .flatMap(trace -> causes(trace).stream())
            .filter(line -> line.startsWith("io.drey."))
            .findFirst()
            .orElseGet(() -> lastCause(traces));
    String reason = CLASS.matcher(cause).replaceFirst("");
    return traces.stream()
        .map(SAVEPOINT::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(found -> reason + ". The savepoint " + found.group(1) + " is complete")
        .orElse(reason);
  }

  private List<String> traces() {
    List<String> traces = new ArrayList<>();
    traces.add(operation.path("failure-cause").path("stack-trace").asText("no reason given"));
    for (JsonNode entry : failures.path("exceptionHistory").path("entries")) {
      if (entry.path("timestamp").asLong() >= since) {
        traces.add(entry.path("stacktrace").asText());
      }
    }
    return traces;
  }

  /** That of the first trace which tells more than that there is a savepoint. */
  private static String lastCause(List<String> traces) {
    List<String> last = traces.stream().map(trace -> last(causes(trace))).toList();
    return last.stream()
        .filter(cause -> !SAVEPOINT.matcher(cause).find())
        .findFirst()
        .orElse(last.get(0));
  }

  /** The first line of each exception, the outermost first. */
  private static List<String> causes(String trace) {
    List<String> causes = new ArrayList<>();
    trace.lines().limit(1).forEach(causes::add);
    trace
        .lines()
        .filter(line -> line.startsWith(CAUSE))
        .forEach(line -> causes.add(line.substring(CAUSE.length())));
    return causes;
  }

  private static String last(List<String> causes) {
    return causes.isEmpty() ? "no reason given" : causes.get(causes.size() - 1);
  }
}
