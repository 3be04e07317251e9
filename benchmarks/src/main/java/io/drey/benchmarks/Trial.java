// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One run of a program.
 *
 * @param input the file it reads
 * @param output the directory it writes
 * @param scratch a directory for whatever else it needs
 */
record Trial(Path input, Path output, Path scratch, int parallelism, Backend backend) {
  /** The arguments that pass the trial to a forked JVM; read by {@link #of}. */
  List<String> arguments() {
    return List.of(
        input.toString(),
        output.toString(),
        scratch.toString(),
        Integer.toString(parallelism),
        backend.name());
  }

  static Trial of(String[] arguments) {
    return new Trial(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        Path.of(arguments[2]),
        Integer.parseInt(arguments[3]),
        Backend.valueOf(arguments[4]));
  }

  /** The Flink options of every contender's job, Drey's and its peers'. */
  Map<String, String> flinkOptions() {
    return Map.of(
        "execution.checkpointing.interval", "10s",
        "execution.checkpointing.dir", scratch.resolve("checkpoints").toUri().toString(),
        "execution.job-status-changed-listeners", JobClock.class.getName(),
        "state.backend.type", backend.toString(),
        "taskmanager.memory.managed.size", backend.managedMemory(),
        "pipeline.max-parallelism", "128");
  }
}
