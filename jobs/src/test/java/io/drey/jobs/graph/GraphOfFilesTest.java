// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operators of a job refuse, the check of its file has refused before. */
class GraphOfFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final List<String> FOLDERS =
      List.of("jobs/src/test/resources/problems", "jobs/src/test/resources/pipelines", "conf");
  private static final RunMode MODE = new RunMode(false, false);

  @ParameterizedTest
  @MethodSource("files")
  void aFileWithoutErrorsHasAJob(Path file) throws IOException {
    Loaded loaded =
        PipelineFile.parse(
            file.toString(), text(file), ExternalValues.process(Map.of("DAY", "monday")));
    Pipeline pipeline = loaded.pipeline();
    Wiring wiring = loaded.wiring();

    if (pipeline == null || wiring == null) {
      assertThat(loaded.problems()).anyMatch(Problem::isError);
    } else {
      assertThat(build(pipeline, wiring)).isPositive();
    }
  }

  /** The text, in which the files of the samples are found from any folder. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(ROOT.resolve(file)), UTF_8)
        .replace("conf/samples/", ROOT.resolve("conf/samples") + "/");
  }

  private static int build(Pipeline pipeline, Wiring wiring) {
    Configuration configuration = new Configuration();
    JobSettings.apply(pipeline, MODE, "file:///tmp", configuration);
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    JobGraph.build(env, pipeline, wiring, MODE);
    return env.getStreamGraph().getJobGraph().getNumberOfVertices();
  }

  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
        all.filter(file -> file.toString().matches(".*(?<!\\.test)\\.yaml"))
            .map(ROOT::relativize)
            .forEach(files::add);
      }
    }
    return files;
  }
}
