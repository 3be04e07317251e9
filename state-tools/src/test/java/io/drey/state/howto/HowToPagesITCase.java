// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.MarkdownPage;
import io.drey.jobs.pages.TestingCheckout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each how-to page is typed at a cluster in a process of its own, on which its job runs, after the
 * session of the index that builds the job; {@code -Ddrey.write=true} updates the pages.
 */
@Timeout(300)
class HowToPagesITCase {
  private static final String INDEX = "docs/state/how-to.md";

  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatHappens(MarkdownPage page, @TempDir Path folder) throws Exception {
    try (Flinks flinks = new Flinks()) {
      PageShell shell = new PageShell(TestingCheckout.in(folder), flinks);
      MarkdownPage.read(INDEX).blocks("console").forEach(shell::replay);

      String replayed = page.withBlocks("console", shell::replay);

      if (Boolean.getBoolean("drey.write") && !replayed.equals(page.text())) {
        Files.writeString(MarkdownPage.ROOT.resolve(page.name()), replayed);
      }
      assertThat(replayed).isEqualTo(page.text());
    }
  }

  static List<MarkdownPage> pages() throws IOException {
    List<MarkdownPage> pages = new ArrayList<>(published());
    for (String name : MarkdownPage.in("state-tools/src/test/resources/how-to")) {
      pages.add(MarkdownPage.read(name));
    }
    return pages;
  }

  private static List<MarkdownPage> published() throws IOException {
    List<MarkdownPage> pages = new ArrayList<>();
    for (String name : MarkdownPage.in("docs/state/how-to")) {
      pages.add(MarkdownPage.read(name));
    }
    return pages;
  }

  @Test
  void everyPageRestoresASavepointAndIsInTheIndex() throws IOException {
    String index = MarkdownPage.read(INDEX).text();

    assertThat(published())
        .isNotEmpty()
        .allSatisfy(
            page ->
                assertThat(String.join("", page.blocks("console")))
                    .contains("flink stop ", "bin/drey state ", "flink run -d -s "))
        .allSatisfy(page -> assertThat(index).contains(page.name().replace("docs/state/", "(")));
  }
}
