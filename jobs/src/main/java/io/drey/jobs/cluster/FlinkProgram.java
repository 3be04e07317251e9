// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A run of Flink's client, whose words are looked through for what a user has to know. */
public final class FlinkProgram {
  private static final Pattern JOB = Pattern.compile("submitted with JobID ([0-9a-f]{32})");
  private static final Pattern WEB = Pattern.compile("[Ww]eb [Ii]nterface:? (https?://\\S+)");
  private static final Pattern CAUSE =
      Pattern.compile("(?:Caused by: )?[\\w.$]+(?:Exception|Error): (.+)");
  private static final String OURS = "drey: ";

  private final List<String> command;
  private final Consumer<String> err;
  private String cause = "Flink's client gave no reason";
  private @Nullable String web;

  /**
   * @param err takes what the job jar's main method says
   */
  public FlinkProgram(List<String> command, Consumer<String> err) {
    this.command = command;
    this.err = err;
  }

  /**
   * Runs the client to its end.
   *
   * @param submitted takes the id of the job, and its web address if Flink told of one
   * @return the exit code
   */
  public int start(BiConsumer<String, @Nullable String> submitted)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        take(line, submitted);
        line = lines.readLine();
      }
    }
    return process.waitFor();
  }

  private void take(String line, BiConsumer<String, @Nullable String> submitted) {
    Matcher address = WEB.matcher(line);
    if (address.find()) {
      web = address.group(1);
    }
    Matcher job = JOB.matcher(line);
    if (job.find()) {
      submitted.accept(job.group(1), web);
      return;
    }
    if (line.startsWith(OURS)) {
      err.accept(line);
    }
    Matcher thrown = CAUSE.matcher(line);
    if (thrown.matches()) {
      cause = thrown.group(1);
    }
  }

  /** The last cause that the client told. */
  public String cause() {
    return cause;
  }
}
