// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Limits that events bring along, or that their class has. */
@Timeout(120)
class RateLimitByEventITCase {
  private final TestingRun runs;

  RateLimitByEventITCase(@TempDir Path directory) {
    runs = new TestingRun(directory);
  }

  @BeforeEach
  void writesEventsOfAKey() throws Exception {
    runs.write(
        "in",
        List.of(
            "{\"k\":1,\"n\":1,\"plan\":\"gold\",\"max\":1}",
            "{\"k\":1,\"n\":2,\"plan\":\"free\",\"max\":1.0}",
            "{\"k\":1,\"n\":3,\"plan\":\"gold\",\"max\":2}",
            "{\"k\":1,\"n\":4,\"plan\":7,\"max\":\"9\"}",
            "{\"k\":1,\"n\":5,\"plan\":null,\"max\":2.5}",
            "{\"k\":1,\"n\":6,\"plan\":\"gold\"}",
            "{\"k\":1,\"n\":7,\"plan\":\"gold\",\"max\":-1}"));
  }

  @Test
  void takesTheLimitFromAField() throws Exception {
    runs.run(pipeline("{key: k, limit: max}"));

    assertThat(numbers("out")).containsExactly(1, 3);
    assertThat(numbers("limited")).containsExactly(2);
    assertThat(runs.read("invalid"))
        .extracting(line -> line.replaceFirst(".*\"error\":", ""))
        .containsExactly(
            "\"Invalid max: must be a whole 64-bit number but was \\\"9\\\"\"}",
            "\"Invalid max: must be a whole 64-bit number but was 2.5\"}",
            "\"Missing field 'max'\"}",
            "\"Invalid limit: must be a whole number from 0 to 1000000000 but was -1\"}");
  }

  @Test
  void computesTheLimit() throws Exception {
    runs.run(pipeline("{key: k, limit: {expression: event.max * 2}}"));

    assertThat(numbers("out")).containsExactly(1, 2, 3, 5);
    assertThat(numbers("limited")).isEmpty();
    assertThat(runs.read("invalid"))
        .extracting(line -> line.replaceFirst(".*\"error\":", ""))
        .containsExactly(
            "\"Invalid limit: the expression must give a whole number but gave null\"}",
            "\"Invalid limit: the expression must give a whole number but gave null\"}",
            "\"Invalid limit: must be a whole number from 0 to 1000000000 but was -2\"}");
  }

  @Test
  void hasALimitForEachClass() throws Exception {
    runs.run(pipeline("{key: k, classes: {field: plan, limits: {gold: 3, free: 1, '7': 2}}}"));

    assertThat(numbers("out")).containsExactly(1, 3, 6);
    assertThat(numbers("limited")).containsExactly(2, 4, 7);
    assertThat(runs.read("invalid"))
        .singleElement()
        .asString()
        .endsWith("\"Missing class 'plan'\"}");
  }

  @Test
  void hasALimitForAllOtherClasses() throws Exception {
    runs.run(pipeline("{classes: {field: plan, limits: {gold: 2, '*': 4}}, mark: limited}"));

    assertThat(runs.read("out"))
        .extracting(line -> line.contains("\"limited\":true"))
        .containsExactly(false, false, true, false, false, true, true);
  }

  @Test
  void namesAClassThatIsNotListed() throws Exception {
    runs.run(pipeline("{key: k, classes: {field: plan, limits: {gold: 9, silver: 0}}}"));

    assertThat(runs.read("invalid"))
        .anyMatch(line -> line.endsWith("\"Unknown class: 'free' (known: gold, silver)\"}"));
  }

  private List<Integer> numbers(String output) throws Exception {
    return runs.read(output).stream()
        .map(line -> Integer.valueOf(line.replaceFirst(".*\"n\":(\\d+).*", "$1")))
        .toList();
  }

  private static String pipeline(String options) {
    return """
        version: 1
        name: limits
        sources: {events: {type: file, path: "${var:DIR}/in"}}
        steps: [{id: few, rate-limit: %s}]
        sinks:
          out: {type: file, path: "${var:DIR}/out"}
          rest: {type: file, path: "${var:DIR}/limited", from: few.limited}
          invalid: {type: file, path: "${var:DIR}/invalid", from: few.invalid}
        """
        .formatted(options);
  }
}
