// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cluster.PipelineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitCommandTest {
  private static final String PROPERTY = "drey.job.jar";
  private static final String JOB = "0123456789abcdef0123456789abcdef";
  private static final String SUBMITTED = "Job has been submitted with JobID " + JOB;

  private final Path directory;
  private final TestingFlink flink;
  private final Path jobJar;

  SubmitCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    flink = new TestingFlink(directory.resolve("flink")).client(0, SUBMITTED);
    jobJar = Files.createFile(directory.resolve("drey-job.jar"));
  }

  @BeforeEach
  void findJobJar() {
    System.setProperty(PROPERTY, jobJar.toString());
  }

  @AfterEach
  void end() {
    System.clearProperty(PROPERTY);
    flink.close();
  }

  @Test
  void callsFlinksClientAndPrintsTheJob() throws IOException {
    Path file = pipeline("sinks: {out: {type: discard}}");

    assertThat(flink.drey("submit", file.toString()))
        .isEqualTo(
            new TestingFlink.Ended(
                0, "{\"job\":\"%s\",\"web\":\"http://localhost:8081\"}\n".formatted(JOB), ""));
    assertThat(flink.arguments())
        .containsExactly(
            "run",
            "--target",
            "remote",
            "-Drest.address=localhost",
            "-Drest.port=8081",
            jobJar.toString(),
            file.toString(),
            "--text",
            PipelineText.encode(Files.readString(file)),
            "--cleared");
  }

  @Test
  void passesOptionsToFlinkAndToTheJob() throws IOException {
    Path file = pipeline("sinks: {out: {type: discard}}");
    Path jar = jar("user.jar", "com/example/Own.class");

    flink.drey(
        ("submit -m other.invalid:1 -p 3 -D a.b=c -d --from-savepoint s3://b/x --claim-mode claim"
                + " --allow-non-restored-state --no-checkpoint-dir --set N=1 --jar "
                + jar
                + " "
                + file)
            .split(" ", -1));

    assertThat(flink.arguments())
        .containsExactly(
            "run",
            "--target",
            "remote",
            "-Drest.address=other.invalid",
            "-Drest.port=1",
            "-Da.b=c",
            "--fromSavepoint",
            "s3://b/x",
            "--allowNonRestoredState",
            "--claimMode",
            "claim",
            "--detached",
            jobJar.toString(),
            file.toString(),
            "--text",
            PipelineText.encode(Files.readString(file)),
            "--cleared",
            "--set",
            "N=1",
            "--jar",
            jar.toString(),
            "--parallelism",
            "3",
            "--no-checkpoint-dir");
  }

  @Test
  void namesTheJarInTheImageWhereFlinkTakesNone() throws IOException {
    flink.drey(
        "submit",
        "--target",
        "kubernetes-application",
        pipeline("sinks: {out: {type: discard}}").toString());

    assertThat(flink.arguments())
        .contains("kubernetes-application", "local:///opt/flink/usrlib/drey-job.jar")
        .doesNotContain("-Drest.port=8081");
  }

  @Test
  void sendsNoSecret() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "hunter2", UTF_8);
    Path file = pipeline("sinks: {out: {type: discard}}\nsettings: {flink: {a: '${file:%s}'}}");
    Files.writeString(file, Files.readString(file).formatted(secret));

    assertThat(flink.drey("submit", file.toString()).exit()).isZero();

    String text = flink.arguments().get(flink.arguments().indexOf("--text") + 1);
    assertThat(PipelineText.decode(text)).contains("${file:" + secret + "}");
    assertThat(flink.arguments()).noneMatch(argument -> argument.contains("hunter2"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '#',
      textBlock =
          """
          nothing # Missing FLINK_HOME: must name the directory of a Flink distribution, which has bin/flink
          /gone # Invalid FLINK_HOME: must name the directory of a Flink distribution, which has bin/flink, but was '/gone'
          """)
  void needsADistribution(String home, String message) throws IOException {
    Map<String, String> environment =
        home.equals("nothing") ? Map.of() : Map.of("FLINK_HOME", home);

    assertThat(
            TestingFlink.drey(
                environment, "submit", pipeline("sinks: {out: {type: discard}}").toString()))
        .isEqualTo(
            new TestingFlink.Ended(2, "", "drey: " + message + " (see drey submit --help)\n"));
  }

  @Test
  void needsTheJobJar() throws IOException {
    Files.delete(jobJar);

    assertThat(flink.drey("submit", pipeline("sinks: {out: {type: discard}}").toString()).err())
        .isEqualTo(
            "drey: Missing drey-job.jar: must be at '%s' (bin/drey builds it) (see drey submit --help)\n"
                .formatted(jobJar));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '#',
      textBlock =
          """
          -m host # Invalid --jobmanager: must be HOST:PORT but was 'host'
          -m host:99999 # Invalid --jobmanager: must be HOST:PORT but was 'host:99999'
          -p 0 # Invalid parallelism: must be 1 to max-parallelism, 128, but was 0
          """)
  void refusesWrongOptions(String options, String message) throws IOException {
    String file = pipeline("sinks: {out: {type: discard}}").toString();

    assertThat(flink.drey(("submit " + file + " " + options).split(" ", -1)))
        .isEqualTo(
            new TestingFlink.Ended(2, "", "drey: " + message + " (see drey submit --help)\n"));
  }

  @Test
  void refusesJarsWhoseClassesWouldBeLoadedTwice() throws IOException {
    Path jar = jar("fat.jar", "com/fasterxml/jackson/databind/JsonNode.class");
    String file = pipeline("sinks: {out: {type: discard}}").toString();

    assertThat(flink.drey("submit", file, "--jar", jar.toString()).err())
        .isEqualTo(
            "drey: Invalid --jar: must not hold classes of Drey or Jackson, which the job jar has,"
                + " but '%s' has com/fasterxml/jackson/databind/JsonNode.class (see drey submit --help)\n"
                    .formatted(jar));
  }

  @Test
  void refusesWhatNoClusterCanDo() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("here.yaml"),
            """
            version: 1
            name: here
            sources: {in: {type: stdin}}
            steps:
              - id: first
                script: {event: "stop('enough')"}
            sinks: {out: {type: file, path: out/here}, shown: {type: stdout}}
            settings: {checkpoint: {every: 10s, dir: checkpoints}}
            """);

    assertThat(flink.drey("submit", file.toString()))
        .isEqualTo(
            new TestingFlink.Ended(
                3,
                "",
                """
                drey: Cannot read source 'in' on a cluster: it is standard input
                drey: Cannot run step 'first' on a cluster: its script calls stop(...), which ends a local run only
                drey: Invalid path of sink 'out': must be absolute or a URI, since processes of a cluster have other working directories, but was 'out/here'
                drey: Invalid path of settings.checkpoint: must be absolute or a URI, since processes of a cluster have other working directories, but was 'checkpoints'
                """));
  }

  @Test
  void checksWhatItSeesAndTellsWhatItDoesNot() throws IOException {
    String out = directory.resolve("out").toString();
    String sinks =
        "sinks: {out: {type: file, path: %s}, far: {type: file, path: 's3://bucket/out'}}";
    Path file = pipeline(sinks.formatted(out));
    Files.createDirectories(Path.of(out));

    assertThat(flink.drey("submit", file.toString()).err())
        .isEqualTo("Not checked, since not seen from here: sink 'far'\n");
    assertThat(flink.drey("submit", file.toString(), "-m", "other.invalid:8081").err())
        .isEqualTo("Not checked, since not seen from here: sink 'out', sink 'far'\n");

    Files.createFile(Path.of(out, "there.jsonl"));
    assertThat(flink.drey("submit", file.toString()))
        .isEqualTo(
            new TestingFlink.Ended(
                1,
                "",
                "drey: Cannot write to '%s': it is not empty (use mode append or overwrite, or continue from a savepoint)\n"
                    .formatted(out)));
  }

  @Test
  void warnsOfOutputInALog() throws IOException {
    assertThat(flink.drey("submit", pipeline("sinks: {out: {type: stdout}}").toString()).err())
        .isEqualTo("Warning: the output of sink 'out' goes to the log of a TaskManager\n");
  }

  @Test
  void tellsWhyFlinkFailed() throws IOException {
    flink.client(
        1,
        "------------------------------------------------------------",
        " The program finished with the following exception:",
        "",
        "org.apache.flink.client.program.ProgramInvocationException: The main method caused an error",
        "\tat java.base/java.lang.Thread.run(Thread.java:840)",
        "Caused by: java.net.ConnectException: Connection refused: localhost/127.0.0.1:8081",
        "\t... 3 more");

    assertThat(flink.drey("submit", pipeline("sinks: {out: {type: discard}}").toString()))
        .isEqualTo(
            new TestingFlink.Ended(
                1,
                "",
                "drey: Failed to run the job: Connection refused: localhost/127.0.0.1:8081\n"));
  }

  @Test
  void passesOnWhatTheJobsMainSays() throws IOException {
    flink.client(3, "SLF4J: something", "drey: Cannot do it");

    assertThat(flink.drey("submit", pipeline("sinks: {out: {type: discard}}").toString()))
        .isEqualTo(new TestingFlink.Ended(3, "", "drey: Cannot do it\n"));
  }

  private Path pipeline(String rest) throws IOException {
    return Files.writeString(
        directory.resolve("p.yaml"),
        "version: 1\nname: p\nsources: {in: {type: generate, count: 1, fields: {n: sequence(1)}}}\n"
            + rest
            + "\n");
  }

  private Path jar(String name, String entry) throws IOException {
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String each : List.of("META-INF/x", entry)) {
        out.putNextEntry(new ZipEntry(each));
        out.closeEntry();
      }
    }
    return jar;
  }
}
