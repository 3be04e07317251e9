// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.MarkdownPage;
import io.drey.state.rewrite.Conversion;
import io.drey.state.rewrite.RewriteTarget;
import io.drey.state.rewrite.SavepointRewrite;
import io.drey.state.sample.ForkedJvm;
import io.drey.state.sample.LastNumber;
import io.drey.state.sample.Rows;
import io.drey.state.sample.TestingCluster;
import io.drey.state.sample.Versions;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import io.drey.state.snapshot.output.SavepointDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on transforms in Java shows; its session is typed with those of all pages. */
class JavaTransformsPageITCase {
  private static final String PROCESSOR = "examples/state-processor/CentsToEuros.java";

  @Test
  void showsTheExamples() throws IOException {
    assertThat(MarkdownPage.read("docs/state/java-transforms.md").blocks("java"))
        .containsExactly(shown("examples/unique-ips/Networks.java"), shown(PROCESSOR));
  }

  /** A file without its licence. */
  private static String shown(String file) throws IOException {
    String text = Files.readString(MarkdownPage.ROOT.resolve(file));
    return text.substring(text.indexOf("package "));
  }

  /** As the page says: of a native savepoint of RocksDB, by way of a canonical one. */
  @Test
  void changesStateByTheStateProcessorApi(@TempDir Path directory) throws Exception {
    Map<String, String> settings =
        Map.of(
            "state.backend.type", "rocksdb",
            "parallelism.default", "1",
            "pipeline.max-parallelism", "4");
    Path savepoint =
        TestingCluster.savepoint(
            settings, LastNumber::build, SavepointFormatType.NATIVE, directory);
    Path canonical = directory.resolve("canonical");
    Path euros = directory.resolve("euros");
    Path classes =
        Versions.compile(
            directory,
            Map.of("CentsToEuros", Files.readString(MarkdownPage.ROOT.resolve(PROCESSOR))));
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + classes;

    convert(savepoint, canonical);
    ForkedJvm run =
        ForkedJvm.run(
            classPath,
            List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "com.acme.CentsToEuros",
                canonical.toString(),
                euros.toString()));

    assertThat(run.exit()).as(String.join("\n", run.err())).isZero();
    assertThat(Rows.keyed(euros, "accounts"))
        .containsExactlyInAnyOrder(
            account("a0", "0.0"), account("a1", "0.01"), account("a2", "0.02"));
  }

  private static String account(String key, String euros) {
    return "{'operator':'accounts','state':'last','key':'%s','value':%s}"
        .formatted(key, euros)
        .replace('\'', '"');
  }

  private static void convert(Path savepoint, Path target) throws IOException {
    SnapshotFiles files = SnapshotFiles.at(savepoint.toString());
    try (SavepointDirectory output = SavepointDirectory.create(target)) {
      SavepointRewrite.write(files, Conversion.of(files.metadata()), RewriteTarget.of(output));
      output.complete();
    }
  }
}
