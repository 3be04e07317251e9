package io.drey.jobs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Run with {@code -Ddrey.write=true}, the first test writes the schema it otherwise checks. */
class PipelineSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final Path FILE = ROOT.resolve("conf/schema/pipeline.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(PipelineSchema.text());

  @Test
  void isTheOneInTheRepository() throws IOException {
    if (Boolean.getBoolean("drey.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, PipelineSchema.text());
    }

    assertThat(FILE).content().isEqualTo(PipelineSchema.text());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void acceptsEveryExample(Path example) throws IOException {
    assertThat(errors(example)).isEmpty();
    assertThat(PipelineFile.load(example, Map.of()).problems())
        .noneMatch(problem -> problem.isError());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad-boolean",
        "bad-choice",
        "bad-duration",
        "bad-id",
        "list-expected",
        "missing-keys",
        "missing-id",
        "missing-operator",
        "missing-option",
        "missing-type",
        "option-not-a-mapping",
        "settings-wrong-type",
        "state-machine-options",
        "two-operators",
        "unknown-operator",
        "unknown-option",
        "unknown-outer-key",
        "unknown-sink-key",
        "unknown-source-type",
        "unknown-step-key",
        "unsupported-version",
      })
  void refusesWhatTheLoaderRefuses(String problem) throws IOException {
    Path file = ROOT.resolve("jobs/src/test/resources/problems/" + problem + ".yaml");

    assertThat(errors(file)).isNotEmpty();
  }

  static List<Path> examples() throws IOException {
    return Stream.of("conf/pipelines", "jobs/src/test/resources/pipelines")
        .map(ROOT::resolve)
        .filter(Files::isDirectory)
        .flatMap(PipelineSchemaTest::pipelines)
        .toList();
  }

  private static Stream<Path> pipelines(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().endsWith(".test.yaml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Error> errors(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    Object document = new Load(settings).loadFromString(Files.readString(file));
    JsonNode json = new ObjectMapper().valueToTree(document);
    return SCHEMA.validate(json);
  }
}
