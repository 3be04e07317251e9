// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import io.drey.jobs.pages.MarkdownPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the tables of a Markdown page of which every row is a case: the events of the column {@code
 * in} go through the step of the column {@code step}, or else through the steps of the last block
 * of YAML, in which {@code <name>} stands for the column of that name. Every other column with
 * events, of which there is at least {@code out}, names the output that must have them. With a
 * column {@code problem}, the steps of the row are refused with that message.
 */
final class CaseTable {
  private static final String STEP = "step";
  private static final String IN = "in";
  private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.*?)(?<!`)\\1(?!`)");
  private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");

  private final MarkdownPage page;
  private final List<PeerCase> cases = new ArrayList<>();
  private StringBuilder steps = new StringBuilder();
  private boolean isInBlock;
  private List<String> titles = List.of();

  private CaseTable(MarkdownPage page) {
    this.page = page;
  }

  static List<PeerCase> cases(MarkdownPage page) {
    CaseTable table = new CaseTable(page);
    List<String> lines = page.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      table.read(lines.get(i), i + 1);
    }
    return table.cases;
  }

  private void read(String line, int number) {
    if (line.startsWith("```")) {
      isInBlock = line.equals("```yaml");
      steps = isInBlock ? new StringBuilder() : steps;
    } else if (isInBlock) {
      steps.append(line).append('\n');
    } else if (!line.startsWith("|")) {
      titles = List.of();
    } else if (titles.isEmpty()) {
      titles = cells(line);
    } else if ((titles.contains(IN) || titles.contains(PeerCase.PROBLEM))
        && !line.startsWith("| ---")) {
      cases.add(row(cells(line), page.name() + ":" + number));
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(CELLS.split(line)).skip(1).map(String::strip).toList();
  }

  private PeerCase row(List<String> cells, String place) {
    if (cells.size() != titles.size()) {
      throw new IllegalArgumentException("Not " + titles.size() + " cells: " + place);
    }
    String pipeline = steps.toString();
    List<String> in = List.of();
    Map<String, List<String>> outputs = new LinkedHashMap<>();
    for (int i = 1; i < cells.size(); i++) {
      String title = titles.get(i);
      List<String> codes = codes(cells.get(i));
      if (title.equals(STEP)) {
        pipeline = String.join("\n", codes) + "\n";
      } else if (title.equals(IN)) {
        in = codes;
      } else if (pipeline.contains("<" + title + ">")) {
        pipeline = pipeline.replace("<" + title + ">", String.join("\n", codes));
      } else {
        outputs.put(title, codes);
      }
    }
    return new PeerCase(place, cells.get(0), pipeline, in, outputs);
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell)
        .results()
        .map(code -> code.group(2).strip().replace("\\|", "|"))
        .toList();
  }
}
