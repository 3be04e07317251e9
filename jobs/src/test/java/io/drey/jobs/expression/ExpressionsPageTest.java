// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.expression.call.ScriptFunctions;
import io.drey.jobs.expression.function.ChangingMethods;
import io.drey.jobs.pages.MarkdownPage;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/expressions.md} says of an expression is what it gives. */
class ExpressionsPageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(.*?)` \\| `(.*?)` \\|$", Pattern.MULTILINE);
  private static final int EXAMPLES = 73;

  @Test
  void showsWhatExpressionsGive() throws Exception {
    MarkdownPage page = page();
    Event event = Event.of(page.blocks("json").get(0).strip());
    List<MatchResult> rows = ROW.matcher(page.text()).results().toList();

    assertThat(rows).hasSize(EXAMPLES);
    for (MatchResult row : rows) {
      String json = new String(Expression.parse(code(row.group(1))).json(event), UTF_8);
      assertThat(json).as(row.group(1)).isEqualTo(row.group(2));
    }
  }

  /** Code with backticks stands in two of them, with spaces. */
  private static String code(String cell) {
    return cell.startsWith("` ") ? cell.substring(2, cell.length() - 2) : cell;
  }

  @Test
  void namesEveryFunctionAndMethod() throws IOException {
    String text = page().text();

    assertThat(ScriptFunctions.OF_EVENTS.keySet())
        .allMatch(name -> text.contains("`" + name + "("));
    assertThat(ChangingMethods.ALL.names()).allMatch(name -> text.contains("`" + name + "("));
  }

  private static MarkdownPage page() throws IOException {
    return MarkdownPage.read("docs/expressions.md");
  }
}
