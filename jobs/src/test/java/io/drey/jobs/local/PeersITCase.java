// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.MarkdownPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the tests of other tools with state say, as one row each of the tables in {@code
 * resources/peers}, and every row of the page for those who come from there.
 */
@Timeout(120)
class PeersITCase {
  private static final String TABLES = "jobs/src/test/resources/peers";
  private static final String PAGE = "docs/coming-from.md";

  private static final Map<PeerCase, Map<String, List<String>>> ANSWERS = new HashMap<>();

  @BeforeAll
  static void run(@TempDir Path directory) throws Exception {
    ANSWERS.putAll(PeerRun.answers(cases(), directory));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void givesWhatTheRowSays(PeerCase one) {
    assertThat(inOrder(Objects.requireNonNull(ANSWERS.get(one))))
        .as(one.toString())
        .isEqualTo(inOrder(one.outputs()));
  }

  /** At more than one subtask, events of different keys have no order. */
  private static Map<String, List<String>> inOrder(Map<String, List<String>> outputs) {
    Map<String, List<String>> inOrder = new LinkedHashMap<>(outputs);
    if (TestingWay.isCluster()) {
      inOrder.replaceAll((output, events) -> events.stream().sorted().toList());
    }
    return inOrder;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void refusesWhatTheRowSays(PeerCase one) {
    assertThat(PeerRun.problems(one))
        .as(one.toString())
        .isEqualTo(one.outputs().get(PeerCase.PROBLEM));
  }

  @Test
  void thereAreManyCases() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(300);
  }

  static List<PeerCase> cases() throws IOException {
    return rows().stream().filter(one -> !one.isMistake()).toList();
  }

  static List<PeerCase> mistakes() throws IOException {
    return rows().stream().filter(PeerCase::isMistake).toList();
  }

  private static List<PeerCase> rows() throws IOException {
    List<PeerCase> rows = new ArrayList<>();
    for (String name : MarkdownPage.in(TABLES)) {
      rows.addAll(CaseTable.cases(MarkdownPage.read(name)));
    }
    rows.addAll(CaseTable.cases(MarkdownPage.read(PAGE)));
    return rows;
  }
}
