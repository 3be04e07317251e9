// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pipeline.StepKinds;
import io.drey.jobs.source.live.StdinSource;
import io.drey.jobs.step.DeduplicateStep;
import io.drey.jobs.step.FilterStep;
import io.drey.jobs.step.fields.SetStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OptionTableTest {
  private static final Path PAGES = Path.of(System.getProperty("drey.root"), "docs/operators");

  @Test
  void listsKeysTypesAndDefaults() {
    assertThat(OptionTable.markdown(DeduplicateStep.class))
        .isEqualTo(
            """
            | key | type | default | what it does |
            | --- | --- | --- | --- |
            | `key` | field or list of fields | required | the field or fields that make up the key |
            | `order` | arrival \\| event-time | `arrival` | the order in which a key's events are processed |
            | `ttl` | duration |  | how long a key is remembered; forever if left out |
            | `keep` | first \\| last | `first` | which event of a run of duplicates is emitted |
            | `refresh` | boolean | `false` | whether a duplicate restarts the ttl |
            | `mark` | field |  | pass every event with this boolean field: true for the first, false for a duplicate |
            | `count-field` | field |  | count the duplicates of each run in this field of a record in counts, when it ends |
            | `max-keys` | integer |  | roughly the number of keys to keep; beyond it the least recently used are evicted |
            """);
  }

  @Test
  void listsKeysOfNestedMappingsUnderTheirOwn() {
    assertThat(OptionTable.of(StdinSource.class))
        .extracting(OptionRow::key)
        .containsExactly(
            "format",
            "delimiter",
            "header",
            "pattern",
            "prefix",
            "multiline",
            "multiline.start",
            "framing",
            "records",
            "keep",
            "encoding",
            "comment",
            "time",
            "time.field",
            "time.record",
            "time.unit",
            "time.format",
            "time.zone",
            "time.year",
            "time.out-of-orderness",
            "time.idle-after",
            "time.max-ahead",
            "time.max-jump");
  }

  @Test
  void showsAWholeValueAsARowWithoutKey() {
    assertThat(OptionTable.of(FilterStep.class))
        .containsExactly(
            new OptionRow(
                "", "expression", "required", "the condition an event must meet to pass"));
    assertThat(OptionTable.of(SetStep.class))
        .containsExactly(
            new OptionRow("", "mapping to expression", "required", "an expression for each field"));
  }

  /** A page that exists holds the table of its operator; more may stand around it. */
  @TestFactory
  Stream<DynamicTest> everyPageHoldsTheTableOfItsOperator() {
    return StepKinds.all().entrySet().stream()
        .filter(operator -> Files.exists(page(operator)))
        .map(operator -> DynamicTest.dynamicTest(operator.getKey(), () -> checkPage(operator)));
  }

  private static void checkPage(Map.Entry<String, Class<? extends Record>> operator)
      throws IOException {
    List<String> lines = Files.readAllLines(page(operator));

    assertThat(lines).containsSequence(OptionTable.markdown(operator.getValue()).lines().toList());
  }

  private static Path page(Map.Entry<String, Class<? extends Record>> operator) {
    return PAGES.resolve(operator.getKey() + ".md");
  }
}
