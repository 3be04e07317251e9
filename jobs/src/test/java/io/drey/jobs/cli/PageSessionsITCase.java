// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.cluster.ClusterCommands;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.pages.MarkdownPage;
import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.pages.TestingSession;
import io.drey.jobs.pipeline.StepKinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every session that a page shows is typed again; {@code -Ddrey.write=true} updates the pages. */
@Timeout(120)
class PageSessionsITCase {
  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatTheProgramPrints(MarkdownPage page, @TempDir Path folder) throws IOException {
    TestingSession session =
        new TestingSession(TestingCheckout.in(folder), PageSessionsITCase::addClusterCommands);

    String replayed = page.withBlocks("console", session::replay);

    if (Boolean.getBoolean("drey.write") && !timeless(replayed).equals(timeless(page.text()))) {
      Files.writeString(MarkdownPage.ROOT.resolve(page.name()), replayed);
    }
    assertThat(timeless(replayed)).isEqualTo(timeless(page.text()));
  }

  /** Without a Flink distribution and a cluster: pages show what needs neither. */
  private static void addClusterCommands(Program program, Terminal terminal) {
    ClusterCommands.addTo(
        program,
        terminal,
        name -> null,
        options -> (savepoint, allow, file, pipeline, wiring) -> ExitCode.OK);
  }

  /** How long a run takes is never twice the same, nor is what state takes in another machine. */
  private static String timeless(String text) {
    return text.replaceAll("in [0-9.]+ s \\([0-9,]+ events/s\\)", "in 0.0 s (0 events/s)")
        .replaceAll("about [0-9.,]+ [KMG]iB", "about 0 KiB");
  }

  static List<MarkdownPage> pages() throws IOException {
    return MarkdownPage.all().stream()
        // typed where those commands are
        .filter(page -> !page.name().startsWith("docs/state"))
        .filter(page -> !page.blocks("console").isEmpty())
        .toList();
  }

  @Test
  void everyCommandHasAPageWithASession() throws IOException {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Terminal terminal = new Terminal(nowhere, nowhere, false, false);
    DreyCommand drey = new DreyCommand(terminal);
    addClusterCommands(drey, terminal);
    Set<String> operators = StepKinds.all().keySet();
    Map<String, String> wanted = new HashMap<>();
    drey.commands()
        .names()
        .forEach(
            name ->
                wanted.put(
                    "docs/%s/%s.md"
                        .formatted(operators.contains(name) ? "operators" : "commands", name),
                    "$ bin/drey " + name));

    Map<String, String> shown = new HashMap<>();
    pages().forEach(page -> shown.put(page.name(), page.text()));
    assertThat(shown.keySet()).containsAll(wanted.keySet());
    assertThat(wanted).allSatisfy((page, command) -> assertThat(shown.get(page)).contains(command));
    assertThat(MarkdownPage.in("docs/commands")).hasSize(wanted.size() - operators.size());
  }
}
