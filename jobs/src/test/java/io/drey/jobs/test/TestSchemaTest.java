// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.drey.jobs.pages.MarkdownPage;
import io.drey.jobs.pages.TestingExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class TestSchemaTest {
  private static final Path FILE = MarkdownPage.ROOT.resolve("conf/schema/tests.schema.json");
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(TestSchema.text());

  /** {@code -Ddrey.write=true} writes it. */
  @Test
  void isTheCommittedOne() throws IOException {
    if (Boolean.getBoolean("drey.write")) {
      Files.writeString(FILE, TestSchema.text());
    }
    assertThat(Files.readString(FILE)).isEqualTo(TestSchema.text());
  }

  @Test
  void acceptsTheTestsOfAllExamples() throws IOException {
    for (String name : TestingExamples.names()) {
      Path file = MarkdownPage.ROOT.resolve("conf/pipelines/" + name + ".test.yaml");
      assertThat(errors(Files.readString(file))).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tests: []",
        "test: []",
        "tests: [{name: a, given: [], expect: {}}]",
        "tests: [{name: a, given: [], expect: {out: x}}]",
        "tests: [{name: a, given: [], expect: {out: {exact: []}}}]",
        "tests: [{name: a, given: [], expect: {out: 1, state: {a: {key: 1}}}}]",
        "tests: [{name: a, given: 1, expect: {out: 1}}]",
        "tests: [{name: a, given: [], expect: {out: 1}, parallelism: 0}]",
        "tests: [{name: a, given: [], expects: {out: 1}}]"
      })
  void refusesMistakes(String mistake) {
    assertThat(errors(mistake)).isNotEmpty();
  }

  private static List<Error> errors(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    JsonNode json = new ObjectMapper().valueToTree(new Load(settings).loadFromString(yaml));
    return SCHEMA.validate(json);
  }
}
