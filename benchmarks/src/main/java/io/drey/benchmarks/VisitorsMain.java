// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Makes a savepoint of a job that keeps two states for each of so many keys. */
public final class VisitorsMain {
  static final String OPERATOR = "visitors";

  private VisitorsMain() {}

  public static void main(String[] args) throws Exception {
    int keys = Integer.parseInt(args[0]);
    Backend backend = Backend.valueOf(args[1]);
    SavepointFormatType format = SavepointFormatType.valueOf(args[2]);
    Path target = Path.of(args[3]);
    VisitorStates.expect(keys);
    String directory = String.valueOf(target.getParent());
    JobClient job = job(keys, backend, directory).executeAsync();
    VisitorStates.await();
    String savepoint = job.triggerSavepoint(directory, format).get();
    job.cancel().get();
    Files.move(Path.of(savepoint.replaceFirst("^file:", "")), target);
  }

  private static StreamExecutionEnvironment job(int keys, Backend backend, String directory) {
    Map<String, String> options =
        Map.of(
            "state.backend.type",
            backend.toString(),
            "execution.checkpointing.dir",
            Path.of(directory).toUri().toString(),
            "taskmanager.memory.managed.size",
            "512m",
            "pipeline.max-parallelism",
            "128");
    StreamExecutionEnvironment env = LocalFlink.environment(2, Configuration.fromMap(options));
    // endless, so that the job stays until its savepoint is there
    env.fromSequence(0, Long.MAX_VALUE)
        .map(number -> number % keys)
        .returns(Types.LONG)
        .keyBy(number -> "visitor-" + number, Types.STRING)
        .process(new VisitorStates())
        .returns(Types.LONG)
        .uid(OPERATOR)
        .sinkTo(new DiscardingSink<>());
    return env;
  }
}
