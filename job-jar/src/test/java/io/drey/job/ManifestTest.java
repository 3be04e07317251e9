// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ManifestTest {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final String JAR = "/opt/flink/usrlib/drey-job.jar";

  @ParameterizedTest
  @CsvSource({"flinkdeployment, flinkdeployments", "flinksessionjob, flinksessionjobs"})
  void followsItsDefinition(String file, String definition) throws IOException {
    JsonNode manifest = manifest(file);

    assertThat(definition(definition).problems(manifest)).isEmpty();
    assertThat(manifest.at("/spec/job/jarURI").asText()).endsWith("://" + JAR);
  }

  @Test
  void findsEachFault() throws IOException {
    ObjectNode manifest = (ObjectNode) manifest("flinkdeployment");
    ObjectNode spec = (ObjectNode) manifest.path("spec");
    spec.put("flinkVersion", "v9_9");
    spec.put("flinkConfig", "x");
    ((ObjectNode) spec.path("job")).put("parallelism", "four");
    ((ObjectNode) spec.at("/podTemplate/spec/containers/0")).put("volumeMount", "x");

    assertThat(definition("flinkdeployments").problems(manifest))
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("spec.flinkVersion: must be one of"))
        .contains(
            "spec.flinkConfig: unknown",
            "spec.job.parallelism: must be integer but was \"four\"",
            "spec.podTemplate.spec.containers[0].volumeMount: unknown");
  }

  @Test
  void mountsThePipelineWhereTheJobReadsIt() throws IOException {
    JsonNode deployment = manifest("flinkdeployment");
    JsonNode map = manifest("configmap");
    String file = deployment.at("/spec/job/args/0").asText();
    String mounted =
        deployment.at("/spec/podTemplate/spec/containers/0/volumeMounts/0/mountPath").asText();

    assertThat(deployment.at("/spec/podTemplate/spec/volumes/0/configMap/name").asText())
        .isEqualTo(map.at("/metadata/name").asText());
    assertThat(map.path("data").has(file.substring(mounted.length() + 1))).isTrue();
    assertThat(manifest("flinksessionjob").at("/spec/job/args/0").asText()).isEqualTo(file);
  }

  @Test
  void holdsAPipelineWithoutProblems() throws IOException {
    JsonNode text = manifest("configmap").path("data").path("first-requests.yaml");

    Loaded loaded =
        PipelineFile.parse("configmap.yaml", text.asText(), ExternalValues.process(Map.of()));

    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void configuresADeploymentAsAnyCluster() throws IOException {
    JsonNode shipped = yaml(ROOT.resolve("conf/flink/config.yaml"));
    JsonNode deployed = manifest("flinkdeployment").at("/spec/flinkConfiguration");

    shipped
        .fieldNames()
        .forEachRemaining(
            option -> {
              if (!option.endsWith("dir")
                  && !option.contains("backoff")
                  && !option.endsWith("port")) {
                assertThat(deployed.path(option).asText())
                    .as(option)
                    .isEqualTo(shipped.path(option).asText());
              }
            });
  }

  @Test
  void copiesTheJarToWhereTheJobLooksForIt() throws IOException {
    assertThat(Files.readString(ROOT.resolve("conf/kubernetes/Dockerfile")))
        .contains(
            "\nFROM flink:2.3\n",
            "\nADD drey-$VERSION.tar.gz /opt/\n",
            "ln -s \"/opt/drey-$VERSION/drey-job.jar\" \"$FLINK_HOME/usrlib/\"");
  }

  private static CustomResource definition(String name) throws IOException {
    String file = "/crds/" + name + ".flink.apache.org-v1.yml";
    try (InputStream in = Objects.requireNonNull(ManifestTest.class.getResourceAsStream(file))) {
      JsonNode version = json(load(in)).at("/spec/versions/0");
      assertThat(version.path("name").asText()).isEqualTo("v1beta1");
      return new CustomResource(version.at("/schema/openAPIV3Schema"));
    }
  }

  private static JsonNode manifest(String name) throws IOException {
    return yaml(ROOT.resolve("conf/kubernetes/" + name + ".yaml"));
  }

  private static JsonNode yaml(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return json(load(in));
    }
  }

  private static Object load(InputStream in) {
    return new Load(LoadSettings.builder().build()).loadFromInputStream(in);
  }

  private static JsonNode json(Object value) {
    return new ObjectMapper().valueToTree(value);
  }
}
