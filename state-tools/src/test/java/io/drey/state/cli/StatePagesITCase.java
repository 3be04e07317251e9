// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pages.MarkdownPage;
import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.pages.TestingSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every session that a page shows is typed again; {@code -Ddrey.write=true} updates the pages. */
@Timeout(120)
class StatePagesITCase {
  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatTheProgramPrints(MarkdownPage page, @TempDir Path folder) throws IOException {
    TestingSession session = new TestingSession(TestingCheckout.in(folder), Main.COMMANDS);

    String replayed = page.withBlocks("console", session::replay);

    if (Boolean.getBoolean("drey.write") && !nameless(replayed).equals(nameless(page.text()))) {
      Files.writeString(MarkdownPage.ROOT.resolve(page.name()), replayed);
    }
    assertThat(nameless(replayed)).isEqualTo(nameless(page.text()));
  }

  /**
   * What Flink names a savepoint is never twice the same; sources keep the paths of their files.
   */
  private static String nameless(String text) {
    return text.replaceAll("savepoint-[0-9a-f]{6}-[0-9a-f]{12}", "savepoint-")
        .replaceAll("(SourceReaderState, coordinator +)[0-9]+", "$1")
        .replaceAll("\"bytes\":[0-9]+(,\"states\":\\[\\{\"name\":\"SourceReaderState\")", "$1")
        .replaceAll("[0-9,]+ bytes\n", " bytes\n");
  }

  static List<MarkdownPage> pages() throws IOException {
    List<MarkdownPage> pages = new ArrayList<>(List.of(MarkdownPage.read("docs/state.md")));
    for (String name : MarkdownPage.in("docs/state")) {
      // typed where there is a cluster
      if (!name.startsWith("docs/state/how-to")) {
        pages.add(MarkdownPage.read(name));
      }
    }
    return pages;
  }

  @Test
  void everyCommandHasAPageWithASession() throws IOException {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Set<String> commands =
        new StateCommand(new Terminal(nowhere, nowhere, false, false)).commands().names();

    assertThat(pages().stream().filter(page -> !page.blocks("console").isEmpty()))
        .extracting(MarkdownPage::name)
        .containsAll(commands.stream().map(name -> "docs/state/" + name + ".md").toList());
  }
}
