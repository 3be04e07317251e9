// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.ForkedJvm;
import io.drey.state.sample.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command that runs no job starts neither Flink nor its log, and makes no other command. */
class LoadedClassesITCase {
  private static final String PIPELINE =
      Path.of(System.getProperty("drey.root"), "conf/pipelines/failed-logins.yaml").toString();

  private static final String KAFKA =
      Path.of(System.getProperty("drey.root"), "examples/kafka/large-orders.yaml").toString();

  private static final List<String> SLOW =
      List.of(
          "org.apache.flink.connector.",
          "org.apache.flink.core.fs.FileSystem",
          "org.apache.flink.runtime.",
          "org.apache.kafka.",
          "org.apache.logging.log4j.",
          "org.apache.pekko.");

  private final Path directory;

  LoadedClassesITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource({
    "--version,",
    "operators, DreyCommand OperatorsCommand",
    "patterns, DreyCommand PatternsCommand",
    "schema, DreyCommand SchemaCommand",
    "validate PIPELINE, DreyCommand ValidateCommand",
    "validate KAFKA, DreyCommand ValidateCommand",
    "explain PIPELINE, DreyCommand ExplainCommand",
    "explain KAFKA, DreyCommand ExplainCommand",
    "state ls SAVEPOINT, DreyCommand LsCommand StateCommand",
    "state show SAVEPOINT --operator many-states, DreyCommand ShowCommand StateCommand",
    "state read SAVEPOINT --operator many-states, DreyCommand ReadCommand StateCommand"
  })
  void areThoseOfTheCommand(String arguments, String commands) throws Exception {
    Set<String> loaded = loaded(arguments);

    assertThat(loaded).contains("io.drey.state.cli.Main").noneMatch(LoadedClassesITCase::isSlow);
    assertThat(loaded.stream().filter(name -> name.matches("io\\.drey\\..*\\.cli\\.\\w+Command")))
        .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
        .containsExactlyInAnyOrder(commands == null ? new String[0] : commands.split(" ", -1));
  }

  private Set<String> loaded(String arguments) throws Exception {
    Path log = directory.resolve("loaded");
    List<String> program =
        new ArrayList<>(List.of("-Xlog:disable", "-Xlog:class+load:file=" + log + ":none"));
    program.add(Main.class.getName());
    for (String argument : arguments.split(" ", -1)) {
      program.add(
          switch (argument) {
            case "PIPELINE" -> PIPELINE;
            case "KAFKA" -> KAFKA;
            case "SAVEPOINT" -> Snapshots.CANONICAL_OF_HASHMAP.path().toString();
            default -> argument;
          });
    }

    ForkedJvm ended = ForkedJvm.run(ForkedJvm.classPathWithoutTests(), program);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    try (Stream<String> lines = Files.lines(log)) {
      return lines.map(line -> line.substring(0, line.indexOf(' '))).collect(Collectors.toSet());
    }
  }

  private static boolean isSlow(String name) {
    return SLOW.stream().anyMatch(name::startsWith);
  }
}
