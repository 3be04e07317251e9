// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sources, steps and sinks of a job count, summed over all their subtasks since the job
 * was last started or restarted.
 *
 * @param in events that sources read
 * @param out events that sinks wrote
 * @param inPerSecond the rate at which sources read
 * @param late events that came behind the watermark of a step
 * @param malformed records that are no events
 * @param invalid events that a step cannot use
 */
public record JobCounts(
    long in, long out, double inPerSecond, long late, long malformed, long invalid) {
  private static final long COLLECTED_AFTER_MILLIS = 1_000;
  private static final Pattern COUNTED =
      Pattern.compile(
          ".*\\.(source|step|sink)\\.[^.]+\\.(events|malformed|lateEvents|invalidEvents)");
  private static final Pattern RATE = Pattern.compile("Source__.*\\.numRecordsOutPerSecond");

  static JobCounts read(ClusterRest rest, String job, JsonNode details)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    for (JsonNode vertex : details.path("vertices")) {
      paths.add("/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics");
    }
    if (!paths.isEmpty()) {
      // Flink answers with what it has, and begins to collect anew if that is old
      rest.get(paths.get(0));
      TimeUnit.MILLISECONDS.sleep(COLLECTED_AFTER_MILLIS);
    }
    Sums sums = new Sums();
    for (String path : paths) {
      List<String> names = new ArrayList<>();
      for (JsonNode metric : rest.get(path)) {
        String name = metric.path("id").asText();
        if (COUNTED.matcher(name).matches() || RATE.matcher(name).matches()) {
          names.add(URLEncoder.encode(name, StandardCharsets.UTF_8));
        }
      }
      if (!names.isEmpty()) {
        rest.get(path + "?agg=sum&get=" + String.join(",", names)).forEach(sums::add);
      }
    }
    return sums.counts();
  }

  /** The sums of several vertices. */
  private static final class Sums {
    private long in;
    private long out;
    private double inPerSecond;
    private long late;
    private long malformed;
    private long invalid;

    void add(JsonNode metric) {
      String name = metric.path("id").asText();
      double sum = metric.path("sum").asDouble();
      Matcher counted = COUNTED.matcher(name);
      if (!counted.matches()) {
        inPerSecond += sum;
        return;
      }
      long count = (long) sum;
      switch (counted.group(1) + " " + counted.group(2)) {
        case "source events" -> in += count;
        case "source malformed" -> malformed += count;
        case "step lateEvents" -> late += count;
        case "step invalidEvents" -> invalid += count;
        case "sink events" -> out += count;
        default -> {} // what is late for a source is late again for a step that minds
      }
    }

    JobCounts counts() {
      return new JobCounts(in, out, inPerSecond, late, malformed, invalid);
    }
  }
}
