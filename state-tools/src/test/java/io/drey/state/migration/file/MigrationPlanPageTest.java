// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.MarkdownPage;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationPlanPageTest {
  private static final String PAGE = "docs/state/migration-plan.md";

  @Test
  void showsAPlanThatIsOne() throws IOException {
    MarkdownPage page = MarkdownPage.read(PAGE);

    page.withBlocks(
        "yml",
        block -> {
          assertThat(MigrationFile.parse(PAGE, block).problems()).isEmpty();
          return block;
        });
    assertThat(page.text()).contains("```yml");
  }

  @Test
  void namesAllKeys() throws IOException {
    String text = MarkdownPage.read(PAGE).text();

    assertThat(
            Stream.of(PlanReader.KEYS, OperatorReader.KEYS, StateReader.KEYS, FieldStepReader.KEYS))
        .allSatisfy(
            keys -> assertThat(keys).allSatisfy(key -> assertThat(text).contains("`" + key + "`")));
  }
}
