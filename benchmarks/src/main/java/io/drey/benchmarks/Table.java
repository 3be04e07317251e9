// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.List;
import java.util.Locale;

/** The rows in Markdown. */
record Table(Measurements measurements, List<Row> rows) {
  private static final String HEAD =
      """
      | what | conditions | Drey | against | its figure | ratio | bar | |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  String markdown() {
    StringBuilder text = new StringBuilder(HEAD);
    rows.forEach(row -> text.append(line(row)).append('\n'));
    return text.toString();
  }

  private String line(Row row) {
    Figure subject = measurements.of(row.subject());
    if (row.reference() == null) {
      String verdict = row.bar().verdict(subject.median());
      return "| %s | %s | %s | | | | %s | %s |"
          .formatted(row.name(), row.conditions(), subject, row.bar().text(), verdict);
    }
    Figure reference = measurements.of(row.reference());
    double ratio = subject.median() / reference.median();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %.2f | %s | %s |",
        row.name(),
        row.conditions(),
        subject,
        row.reference().title(),
        reference,
        ratio,
        row.bar().text(),
        row.bar().verdict(ratio));
  }
}
